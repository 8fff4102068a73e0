import type { Cited } from './row.ts';

/** An antivirus that can take Kaspersky's place, by its services and by its name in Windows Security. */
export interface AntivirusRow extends Cited {
  readonly id: string;
  readonly name: string;
  /** Whole service names, compared without regard to case. */
  readonly services: readonly string[];
  /** Start of the name in Windows Security; a label, never proof. */
  readonly securityNames: readonly string[];
  /** A word in the signer or company of its programs. */
  readonly company: string;
  /** False for products that only watch and need another antivirus beside them. */
  readonly protects: boolean;
}

type Line = readonly [
  id: string,
  name: string,
  company: string,
  services: readonly string[],
  securityNames: readonly string[],
  confidence: Cited['confidence'],
];

const lines: readonly Line[] = [
  [
    'microsoft-defender',
    'Microsoft Defender Antivirus',
    'Microsoft',
    ['WinDefend'],
    ['Windows Defender', 'Microsoft Defender'],
    'H',
  ],
  [
    'bitdefender',
    'Bitdefender',
    'Bitdefender',
    ['VSSERV', 'BDAuxSrv', 'bdredline', 'bdredline_agent'],
    ['Bitdefender Antivirus'],
    'M',
  ],
  [
    'bitdefender-gravityzone',
    'Bitdefender GravityZone',
    'Bitdefender',
    ['EPSecurityService', 'EPProtectedService', 'EPIntegrationService', 'EPRedline'],
    ['Bitdefender Endpoint Security Tools'],
    'M',
  ],
  ['eset', 'ESET', 'ESET', ['ekrn'], ['ESET '], 'M'],
  [
    'avast',
    'Avast',
    'Avast',
    ['avast! Antivirus', 'aswbIDSAgent', 'AvastWscReporter'],
    ['Avast'],
    'M',
  ],
  ['avg', 'AVG', 'AVG', ['avgbIDSAgent', 'AVGWscReporter'], ['AVG'], 'M'],
  ['norton', 'Norton', 'Norton', ['NortonSecurity', 'nsWscSvc'], ['Norton'], 'M'],
  ['avira', 'Avira', 'Avira', ['Avira.ServiceHost', 'AntiVirService'], ['Avira'], 'M'],
  [
    'mcafee',
    'McAfee',
    'McAfee',
    ['mc-fw-host', 'mc-neo-host', 'mc-wps-secdashboardservice'],
    ['McAfee'],
    'M',
  ],
  [
    'trellix',
    'Trellix Endpoint Security',
    'Trellix',
    ['masvc', 'macmnsvc', 'mfemms', 'mfetp', 'McShield'],
    ['Trellix', 'McAfee Endpoint Security'],
    'M',
  ],
  ['malwarebytes', 'Malwarebytes', 'Malwarebytes', ['MBAMService'], ['Malwarebytes'], 'M'],
  ['threatdown', 'ThreatDown', 'Malwarebytes', ['MBEndpointAgent'], [], 'M'],
  ['trend-micro', 'Trend Micro', 'Trend Micro', ['Amsp'], ['Trend Micro'], 'M'],
  [
    'trend-micro-business',
    'Trend Micro Apex One',
    'Trend Micro',
    ['ntrtscan', 'tmlisten', 'TMBMServer', 'Trend Micro Endpoint Basecamp', 'ds_agent'],
    ['Trend Micro Security Agent'],
    'M',
  ],
  [
    'sophos',
    'Sophos',
    'Sophos',
    [
      'Sophos Endpoint Defense Service',
      'Sophos File Scanner Service',
      'Sophos System Protection Service',
    ],
    ['Sophos'],
    'M',
  ],
  [
    'withsecure',
    'F-Secure or WithSecure',
    'Secure',
    ['fshoster', 'fsulhoster', 'fsulprothoster', 'wsulavprohoster'],
    ['F-Secure', 'WithSecure'],
    'M',
  ],
  ['g-data', 'G DATA', 'G DATA', ['AVKProxy', 'AVKWCtl', 'GDScan'], ['G DATA'], 'M'],
  ['webroot', 'Webroot', 'Webroot', ['WRSVC', 'WRCoreService'], ['Webroot'], 'M'],
  [
    'panda',
    'Panda or WatchGuard',
    'Panda',
    ['PSUAService', 'NanoServiceMain'],
    ['Panda', 'WatchGuard'],
    'M',
  ],
  ['crowdstrike', 'CrowdStrike Falcon', 'CrowdStrike', ['CSFalconService'], ['CrowdStrike'], 'M'],
  [
    'sentinelone',
    'SentinelOne',
    'Sentinel',
    ['SentinelAgent', 'SentinelStaticEngine'],
    ['Sentinel'],
    'M',
  ],
  [
    'cortex-xdr',
    'Cortex XDR',
    'Palo Alto',
    ['cyserver', 'xdrhealth', 'CyveraService'],
    ['Cortex XDR'],
    'H',
  ],
  ['vipre', 'VIPRE', 'VIPRE', ['SBAMSvc'], ['VIPRE'], 'M'],
  ['emsisoft', 'Emsisoft', 'Emsisoft', ['a2AntiMalware', 'a2service'], ['Emsisoft'], 'L'],
  ['ultraav', 'UltraAV', 'UltraAV', [], ['UltraAV', 'Ultra AV'], 'U'],
];

/** Agents that watch and report; Microsoft Defender or another antivirus has to protect beside them. */
const watching: readonly Line[] = [
  ['defender-for-endpoint', 'Microsoft Defender for Endpoint', 'Microsoft', ['Sense'], [], 'H'],
  ['huntress', 'Huntress', 'Huntress', ['HuntressAgent', 'HuntressRio'], [], 'M'],
];

export const antivirusProducts: readonly AntivirusRow[] = [
  ...lines.map((line) => rowOf(line, true)),
  ...watching.map((line) => rowOf(line, false)),
];

function rowOf(
  [id, name, company, services, securityNames, confidence]: Line,
  protects: boolean,
): AntivirusRow {
  const sources =
    confidence === 'H'
      ? (['defenderDocs', 'glpiAgent'] as const)
      : (['netExec', 'pingCastle'] as const);
  return {
    id,
    name,
    company,
    services,
    securityNames,
    protects,
    confidence,
    sources: id === 'ultraav' ? ['ultraAvPress'] : sources,
  };
}
