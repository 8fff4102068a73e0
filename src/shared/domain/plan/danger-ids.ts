/** The ways in which what is left of a product hurts, the worst first. */
export const dangerIds = [
  /** Keyboard or mouse stop with the next start. */
  'inputFilterWithoutDriver',
  /** Devices of another class stop with the next start; of disks, Windows does not start. */
  'deviceFilterWithoutDriver',
  /** The network can be lost with the next start. */
  'networkFilterWithoutDriver',
  /** The same of a driver that one adapter names, and that is no component of the network any more. */
  'networkBindingWithoutDriver',
  /** Windows blocks traffic, because it asks a driver about it that does not answer any more. */
  'trafficFilterWithoutDriver',
  /** Windows takes a product that is gone for the antivirus, and keeps its own off. */
  'securityRowWithoutProduct',
  /** Windows left its firewall to a product that is gone, and it is off. */
  'firewallLeftOff',
  /** Windows asks an agent that is gone for its updates. */
  'updatesFromAgentThatIsGone',
  /** Names of the update servers of Windows lead to this computer, where an agent answered. */
  'hostsOfAgentThatIsGone',
  /** Web pages are asked of a product that is gone. */
  'proxyOfProductThatIsGone',
  /** Addresses are asked of a product that is gone. */
  'nameServerOfProductThatIsGone',
  /** Part of a product that is gone still works inside of Windows. */
  'driverStillLoaded',
  /** Whoever has its key can pretend to be any web site. */
  'rootCertificateTrusted',
  /** Another antivirus can take an entry of programs for a product that is installed, and refuse. */
  'entryWithoutProduct',
  /** Windows looks for it in vain at every start (event 7026). */
  'startDriverWithoutFile',
] as const;
