import type { MessageId } from '../../shared/domain/message.ts';
import type { Pattern } from './row.ts';

/** A Win32 service by its whole name. */
export interface ServiceRow extends Pattern {
  readonly id: string;
  readonly purpose: Extract<MessageId, `service.${string}`>;
  /** Product ids it may belong to, the likeliest first. */
  readonly products: readonly string[];
  /** The registry line made from the captured version, as a replacement text; null when there is none. */
  readonly line: string | null;
}

const serverSecurity = [
  'kaspersky-security-for-windows-server',
  'kaspersky-embedded-systems-security',
];
const home = ['kaspersky-for-windows', 'kaspersky-home-antivirus'];

export const services: readonly ServiceRow[] = [
  {
    id: 'home-antivirus',
    match: '^AVP([0-9.]+)$',
    purpose: 'service.homeAntivirus',
    products: home,
    line: 'AVP$1',
    confidence: 'H',
    sources: ['avArtifacts', 'fieldScripts'],
  },
  {
    id: 'endpoint-antivirus',
    match: '^AVP\\.KES\\.([0-9.]+)$',
    purpose: 'service.endpointAntivirus',
    products: ['kaspersky-endpoint-security'],
    line: null,
    confidence: 'H',
    sources: ['fieldScripts', 'fieldNotes'],
  },
  {
    id: 'older-antivirus',
    match: '^AVP$',
    purpose: 'service.olderAntivirus',
    products: ['kaspersky-endpoint-security', 'kaspersky-home-antivirus'],
    line: null,
    confidence: 'H',
    sources: ['fieldScripts'],
  },
  {
    id: 'endpoint-updates',
    match: '^avpsus\\.KES\\.([0-9.]+)$',
    purpose: 'service.endpointUpdates',
    products: ['kaspersky-endpoint-security'],
    line: null,
    confidence: 'H',
    sources: ['fieldScripts', 'fieldNotes'],
  },
  {
    id: 'older-updates',
    match: '^avpsus$',
    purpose: 'service.endpointUpdates',
    products: ['kaspersky-endpoint-security'],
    line: null,
    confidence: 'H',
    sources: ['fieldScripts', 'fieldNotes'],
  },
  {
    id: 'shadow-copy-bridge',
    match: '^klvssbridge64_([0-9.]+)$',
    purpose: 'service.shadowCopyBridge',
    products: home,
    line: 'AVP$1',
    confidence: 'H',
    sources: ['avArtifacts', 'fieldScripts'],
  },
  {
    id: 'vpn',
    match: '^KSDE([0-9.]+)$',
    purpose: 'service.vpn',
    products: ['kaspersky-vpn'],
    line: 'KSDE$1',
    confidence: 'H',
    sources: ['avArtifacts', 'fieldScripts'],
  },
  {
    id: 'network-agent',
    match: '^klnagent$',
    purpose: 'service.networkAgent',
    products: ['kaspersky-network-agent'],
    line: 'COMPONENTS\\34\\1103',
    confidence: 'H',
    sources: ['kasperskyGuide', 'netExec', 'fieldScripts'],
  },
  {
    id: 'server-antivirus',
    match: '^KAVFS$',
    purpose: 'service.serverAntivirus',
    products: serverSecurity,
    line: null,
    confidence: 'H',
    sources: ['netExec', 'serverPplHelp'],
  },
  {
    id: 'server-management',
    match: '^KAVFSGT$',
    purpose: 'service.serverManagement',
    products: serverSecurity,
    line: null,
    confidence: 'M',
    sources: ['netExec'],
  },
  {
    id: 'server-exploit-prevention',
    match: '^kavfsslp$',
    purpose: 'service.serverExploitPrevention',
    products: serverSecurity,
    line: null,
    confidence: 'M',
    sources: ['netExec'],
  },
  {
    id: 'server-script-checker',
    match: '^kavfsscs$',
    purpose: 'service.serverScriptChecker',
    products: serverSecurity,
    line: null,
    confidence: 'U',
    sources: ['vendorListing'],
  },
  {
    id: 'administration-server',
    match: '^kladminserver$',
    purpose: 'service.administrationServer',
    products: ['kaspersky-security-center'],
    line: null,
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    id: 'administration-server-parts',
    match: '^(?:klserver|klactprx|klwebsrv|ksnproxy)$',
    purpose: 'service.administrationServer',
    products: ['kaspersky-security-center'],
    line: null,
    confidence: 'M',
    sources: ['fieldScripts', 'fieldNotes'],
  },
  {
    id: 'web-console',
    match: '^KSC(?:Svc)?WebConsole(?:Management|MessageQueue|Plugin)?$',
    purpose: 'service.webConsole',
    products: ['kaspersky-security-center'],
    line: null,
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    id: 'endpoint-agent',
    match: '^soyuz$',
    purpose: 'service.endpointAgent',
    products: ['kaspersky-endpoint-agent'],
    line: null,
    confidence: 'U',
    sources: ['vendorListing'],
  },
];
