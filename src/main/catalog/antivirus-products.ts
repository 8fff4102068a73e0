import type { Cited } from './row.ts';
import type { SourceId } from './sources.ts';

/**
 * An antivirus that can take Kaspersky's place. Every name here is a label: a row never proves anything alone, and
 * a wrong word costs a `cannotTell`, never a `protected`.
 */
export interface AntivirusRow extends Cited {
  readonly id: string;
  readonly name: string;
  /** Whole service names, compared without regard to case. */
  readonly services: readonly string[];
  /** False where versions exist whose service names nobody has published; then services of its folder count. */
  readonly servicesKnown: boolean;
  /** Whole names of its running programs. */
  readonly processes: readonly string[];
  /** Start of the name in Windows Security. */
  readonly securityNames: readonly string[];
  /** Words of which one is in the signer of its programs. */
  readonly signers: readonly string[];
  /** False for products that only watch and need another antivirus beside them. */
  readonly protects: boolean;
}

interface Line {
  readonly name: string;
  readonly signers: string;
  readonly services: string;
  readonly processes: string;
  readonly securityNames: string;
  readonly confidence?: Cited['confidence'];
  readonly sources?: readonly SourceId[];
  readonly servicesKnown?: false;
  readonly protects?: false;
}

/** Lists are separated by `|`, because service names hold blanks. */
const lines: Readonly<Record<string, Line>> = {
  'microsoft-defender': {
    name: 'Microsoft Defender Antivirus',
    signers: 'Microsoft',
    services: 'WinDefend',
    processes: 'MsMpEng.exe|NisSrv.exe|MpDefenderCoreService.exe',
    securityNames: 'Windows Defender|Microsoft Defender',
    confidence: 'H',
    sources: ['defenderDocs', 'glpiAgent'],
  },
  bitdefender: {
    name: 'Bitdefender',
    signers: 'Bitdefender',
    services: 'VSSERV|BDAuxSrv|bdredline|bdredline_agent',
    processes: 'bdservicehost.exe|vsserv.exe',
    securityNames: 'Bitdefender',
  },
  'bitdefender-gravityzone': {
    name: 'Bitdefender GravityZone',
    signers: 'Bitdefender',
    services: 'EPSecurityService|EPProtectedService|EPIntegrationService|EPRedline',
    processes: 'EPSecurityService.exe|EPProtectedService.exe|EPConsole.exe',
    securityNames: 'Bitdefender Endpoint Security Tools',
  },
  eset: {
    name: 'ESET',
    signers: 'ESET',
    services: 'ekrn',
    processes: 'ekrn.exe',
    securityNames: 'ESET ',
  },
  avast: {
    name: 'Avast',
    signers: 'Avast|Gen Digital',
    services: 'avast! Antivirus|aswbIDSAgent|AvastWscReporter',
    processes: 'AvastSvc.exe|aswEngSrv.exe|aswidsagent.exe',
    securityNames: 'Avast',
  },
  avg: {
    name: 'AVG',
    signers: 'AVG|Avast|Gen Digital',
    services: 'AVG Antivirus|avgbIDSAgent|AVGWscReporter',
    processes: 'AVGSvc.exe|AVGUI.exe',
    securityNames: 'AVG',
  },
  norton: {
    name: 'Norton',
    signers: 'Norton|Gen Digital|Symantec',
    services: 'NortonSecurity|nsWscSvc',
    servicesKnown: false,
    processes: 'NortonSvc.exe|NortonSecurity.exe|nllToolsSvc.exe',
    securityNames: 'Norton',
  },
  avira: {
    name: 'Avira',
    signers: 'Avira|Gen Digital',
    services: 'AntiVirService|AntivirProtectedService|Avira.ServiceHost',
    processes: 'avguard.exe|protectedservice.exe|Avira.ServiceHost.exe',
    securityNames: 'Avira',
  },
  mcafee: {
    name: 'McAfee',
    signers: 'McAfee',
    services: 'mc-fw-host|mc-neo-host|mc-wps-secdashboardservice',
    processes: 'mc-fw-host.exe|mc-neo-host.exe',
    securityNames: 'McAfee',
  },
  trellix: {
    name: 'Trellix Endpoint Security',
    signers: 'Trellix|Musarubra|McAfee',
    services: 'mfemms|mfetp|mfefire|mfevtp|McShield',
    processes: 'mfetp.exe|mfemms.exe|mcshield.exe',
    securityNames: 'Trellix|McAfee Endpoint Security',
  },
  malwarebytes: {
    name: 'Malwarebytes',
    signers: 'Malwarebytes',
    services: 'MBAMService',
    processes: 'MBAMService.exe',
    securityNames: 'Malwarebytes',
  },
  threatdown: {
    name: 'ThreatDown',
    signers: 'Malwarebytes|ThreatDown',
    services: 'MBEndpointAgent',
    processes: 'MBCloudEA.exe',
    securityNames: 'ThreatDown',
  },
  'trend-micro': {
    name: 'Trend Micro',
    signers: 'Trend Micro',
    services: 'Amsp',
    processes: 'coreServiceShell.exe|coreFrameworkHost.exe',
    securityNames: 'Trend Micro',
  },
  'trend-micro-business': {
    name: 'Trend Micro Apex One',
    signers: 'Trend Micro',
    services: 'ntrtscan|tmlisten|TMBMServer|ds_agent',
    processes: 'Ntrtscan.exe|TmListen.exe|TmCCSF.exe',
    securityNames: 'Trend Micro Security Agent|Trend Micro Apex One',
  },
  sophos: {
    name: 'Sophos',
    signers: 'Sophos',
    services:
      'Sophos Endpoint Defense Service|Sophos File Scanner Service|Sophos System Protection Service',
    processes: 'SEDService.exe|SSPService.exe|hmpalert.exe',
    securityNames: 'Sophos',
  },
  withsecure: {
    name: 'F-Secure or WithSecure',
    signers: 'F-Secure|WithSecure',
    services: 'fshoster|fsulhoster|fsulprothoster|wsulavprohoster',
    processes: 'fshoster32.exe|fshoster64.exe|fsulprothoster.exe',
    securityNames: 'F-Secure|WithSecure',
  },
  'g-data': {
    name: 'G DATA',
    signers: 'G DATA',
    services: 'AVKProxy|AVKWCtl|GDScan',
    processes: 'AVKWCtlx64.exe|GDScan.exe',
    securityNames: 'G DATA',
  },
  webroot: {
    name: 'Webroot',
    signers: 'Webroot|Open Text',
    services: 'WRSVC|WRCoreService',
    processes: 'WRSA.exe',
    securityNames: 'Webroot',
  },
  panda: {
    name: 'Panda or WatchGuard',
    signers: 'Panda|WatchGuard',
    services: 'PSUAService|NanoServiceMain',
    processes: 'PSANHost.exe|PSUAService.exe',
    securityNames: 'Panda|WatchGuard',
  },
  crowdstrike: {
    name: 'CrowdStrike Falcon',
    signers: 'CrowdStrike',
    services: 'CSFalconService',
    processes: 'CSFalconService.exe|CSFalconContainer.exe',
    securityNames: 'CrowdStrike',
  },
  sentinelone: {
    name: 'SentinelOne',
    signers: 'SentinelOne|Sentinel Labs',
    services: 'SentinelAgent|SentinelStaticEngine',
    processes: 'SentinelAgent.exe|SentinelServiceHost.exe',
    securityNames: 'Sentinel',
  },
  'cortex-xdr': {
    name: 'Cortex XDR',
    signers: 'Palo Alto',
    services: 'cyserver|xdrhealth|CyveraService',
    processes: 'cyserver.exe',
    securityNames: 'Cortex XDR',
    confidence: 'H',
    sources: ['glpiAgent', 'pingCastle'],
  },
  vipre: {
    name: 'VIPRE',
    signers: 'VIPRE|ThreatTrack|Ziff Davis',
    services: 'SBAMSvc',
    processes: 'SBAMSvc.exe|SBAMTray.exe',
    securityNames: 'VIPRE',
  },
  emsisoft: {
    name: 'Emsisoft',
    signers: 'Emsisoft',
    services: 'a2AntiMalware|a2service',
    processes: 'a2service.exe|a2guard.exe',
    securityNames: 'Emsisoft',
    confidence: 'L',
  },
  cylance: {
    name: 'Cylance PROTECT',
    signers: 'Cylance|BlackBerry',
    services: 'CylanceSvc',
    processes: 'CylanceSvc.exe|CylanceUI.exe',
    securityNames: 'Cylance',
  },
  symantec: {
    name: 'Symantec Endpoint Protection',
    signers: 'Symantec|Broadcom',
    services: 'SepMasterService|SepScanService',
    servicesKnown: false,
    processes: 'ccSvcHst.exe',
    securityNames: 'Symantec Endpoint Protection',
  },
  drweb: {
    name: 'Dr.Web',
    signers: 'Doctor Web',
    services: 'DrWebAVService|DrWebEngine',
    servicesKnown: false,
    processes: 'dwservice.exe|dwengine.exe',
    securityNames: 'Dr.Web',
    sources: ['fieldScripts', 'pingCastle'],
  },
  huorong: {
    name: 'Huorong',
    signers: 'Huorong',
    services: 'HipsDaemon',
    servicesKnown: false,
    processes: 'HipsDaemon.exe|HipsTray.exe',
    securityNames: 'Huorong|火绒',
    sources: ['fieldScripts'],
  },
  ultraav: {
    name: 'UltraAV',
    signers: 'UltraAV|Pango|Max Secure',
    services: '',
    servicesKnown: false,
    processes: '',
    securityNames: 'UltraAV|Ultra AV',
    confidence: 'U',
    sources: ['ultraAvPress'],
  },
  'defender-for-endpoint': {
    name: 'Microsoft Defender for Endpoint',
    signers: 'Microsoft',
    services: 'Sense',
    processes: 'MsSense.exe',
    securityNames: '',
    confidence: 'H',
    sources: ['defenderDocs'],
    protects: false,
  },
  huntress: {
    name: 'Huntress',
    signers: 'Huntress',
    services: 'HuntressAgent|HuntressRio',
    processes: 'HuntressAgent.exe|HuntressRio.exe',
    securityNames: '',
    protects: false,
  },
};

export const antivirusProducts: readonly AntivirusRow[] = Object.entries(lines).map(
  ([id, line]) => ({
    id,
    name: line.name,
    signers: list(line.signers),
    services: list(line.services),
    servicesKnown: line.servicesKnown ?? true,
    processes: list(line.processes),
    securityNames: list(line.securityNames),
    protects: line.protects ?? true,
    confidence: line.confidence ?? 'M',
    sources: line.sources ?? ['netExec', 'pingCastle'],
  }),
);

function list(text: string): readonly string[] {
  return text === '' ? [] : text.split('|');
}
