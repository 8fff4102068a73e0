import type { ActionKind } from './action.ts';

/**
 * How each kind of action is taken back: by its `inverse`, from the `quarantine`, or not at all. A product comes back
 * with the vendor's own installer only, signatures are replaced by newer ones, and Windows lets nobody stop the
 * service of Microsoft Defender. A registration that is over is never made again, and a restart was.
 */
export const reversals: Readonly<Record<ActionKind, 'inverse' | 'quarantine' | 'no'>> = {
  uninstallMsi: 'no',
  runUninstaller: 'no',
  startService: 'no',
  setServiceStart: 'inverse',
  removeRegistryValue: 'inverse',
  writeRegistryValue: 'inverse',
  updateDefenderSignatures: 'no',
  takeFromFilterList: 'inverse',
  putFilterList: 'inverse',
  deleteDriver: 'inverse',
  createDriver: 'inverse',
  distrustCertificate: 'inverse',
  trustCertificate: 'inverse',
  removeNetworkComponent: 'inverse',
  installNetworkComponent: 'inverse',
  quarantineFolder: 'quarantine',
  returnFolder: 'quarantine',
  quarantineKey: 'quarantine',
  returnKey: 'quarantine',
  quarantineValue: 'inverse',
  returnValue: 'inverse',
  quarantineEventLog: 'quarantine',
  returnEventLog: 'quarantine',
  quarantineAmsiProvider: 'quarantine',
  returnAmsiProvider: 'quarantine',
  quarantineFirewallRule: 'inverse',
  returnFirewallRule: 'inverse',
  quarantineDriverPackage: 'quarantine',
  returnDriverPackage: 'quarantine',
  quarantineTask: 'quarantine',
  returnTask: 'quarantine',
  deleteService: 'inverse',
  createService: 'inverse',
  registerContinuation: 'inverse',
  unregisterContinuation: 'no',
  restartComputer: 'no',
};
