import type { HazardSeverity } from '../../shared/domain/plan/plan.ts';
import type { Cited } from './row.ts';

/** How serious a hazard is. The rule that sees it is in the engine and its words are in the catalogues, by its id. */
export interface HazardRow extends Cited {
  readonly id: string;
  readonly severity: HazardSeverity;
}

/** In the order in which they are told. */
export const hazardRows = [
  {
    id: 'disk-encryption',
    severity: 'stop',
    confidence: 'H',
    sources: ['kesRemovalHelp', 'kesTraceHelp', 'kesAgentTestHelp', 'altitudes'],
  },
  {
    id: 'file-encryption',
    severity: 'stop',
    confidence: 'H',
    sources: ['kesRemovalHelp', 'kesEncryptionHelp', 'altitudes'],
  },
  {
    id: 'encryption-not-checked',
    severity: 'todo',
    confidence: 'H',
    sources: ['kesRemovalHelp'],
  },
  {
    id: 'encryption-module',
    severity: 'todo',
    confidence: 'M',
    sources: ['kesRemovalHelp', 'fieldNotes'],
  },
  {
    id: 'managed-by-security-center',
    severity: 'stop',
    confidence: 'H',
    sources: ['vendorTraining', 'kscRemoteRemovalHelp'],
  },
  {
    id: 'managed-by-employer',
    severity: 'stop',
    confidence: 'H',
    sources: ['vendorTraining', 'kscRemoteRemovalHelp'],
  },
  {
    id: 'managed-before',
    severity: 'info',
    confidence: 'H',
    sources: ['vendorTraining', 'kscRemoteRemovalHelp'],
  },
  {
    id: 'managed-by-us',
    severity: 'info',
    confidence: 'H',
    sources: ['vendorTraining', 'kscRemoteRemovalHelp'],
  },
  {
    id: 'safe-mode',
    severity: 'stop',
    confidence: 'H',
    sources: ['msiErrorCodes'],
  },
  {
    id: 'password',
    severity: 'todo',
    confidence: 'M',
    sources: ['customInstaller', 'homePasswordHelp'],
  },
  {
    id: 'password-by-hand',
    severity: 'warning',
    confidence: 'H',
    sources: ['endpointAgentPasswordHelp', 'serverToolHelp'],
  },
  {
    id: 'password-may-be-needed',
    severity: 'warning',
    confidence: 'H',
    sources: ['kesInstallHelp', 'secWinBatchMode', 'endpointAgentPasswordHelp'],
  },
  {
    id: 'agent-password-may-be-needed',
    severity: 'warning',
    confidence: 'H',
    sources: ['secWinBatchMode', 'removeKsScript'],
  },
  {
    id: 'password-vault',
    severity: 'todo',
    confidence: 'H',
    sources: ['fieldScripts', 'homePasswordHelp'],
  },
  {
    id: 'data-vault',
    severity: 'warning',
    confidence: 'M',
    sources: ['kisGuide', 'fieldNotes'],
  },
  {
    id: 'backup-archives',
    severity: 'warning',
    confidence: 'M',
    sources: ['altitudes', 'avArtifacts'],
  },
  {
    id: 'quarantine-lost',
    severity: 'info',
    confidence: 'H',
    sources: ['kisGuide', 'kesRemovalHelp'],
  },
  {
    id: 'vpn-kill-switch',
    severity: 'warning',
    confidence: 'U',
    sources: ['vendorListing'],
  },
  {
    id: 'safe-kids-credentials',
    severity: 'warning',
    confidence: 'L',
    sources: ['safeKidsHelp'],
  },
  {
    id: 'bitlocker-key',
    severity: 'todo',
    confidence: 'M',
    sources: ['kesEncryptionHelp'],
  },
  {
    id: 'bitlocker-unknown',
    severity: 'warning',
    confidence: 'M',
    sources: ['kesEncryptionHelp'],
  },
  {
    id: 'pending-restart',
    severity: 'warning',
    confidence: 'L',
    sources: ['kasperskyGuide'],
  },
  {
    id: 'installer-source-open',
    severity: 'stop',
    confidence: 'H',
    sources: ['msiSources'],
  },
  {
    id: 'missing-installer-package',
    severity: 'warning',
    confidence: 'H',
    sources: ['msiErrorCodes'],
  },
  {
    id: 'management-server',
    severity: 'warning',
    confidence: 'M',
    sources: ['kesEncryptionHelp', 'vendorTraining'],
  },
  {
    id: 'input-filters',
    severity: 'warning',
    confidence: 'H',
    sources: ['avArtifacts', 'driverTables', 'fieldNotes'],
  },
  {
    id: 'device-filters',
    severity: 'warning',
    confidence: 'M',
    sources: ['driverTables', 'fieldNotes'],
  },
  {
    id: 'network-filter',
    severity: 'info',
    confidence: 'M',
    sources: ['avArtifacts', 'tapIssue'],
  },
  {
    id: 'assigned-by-policy',
    severity: 'warning',
    confidence: 'H',
    sources: ['softwareInstallation'],
  },
  {
    id: 'windows-update-redirect',
    severity: 'info',
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    id: 'protected-service',
    severity: 'info',
    confidence: 'H',
    sources: ['serverPplHelp'],
  },
  {
    id: 'close-first',
    severity: 'info',
    confidence: 'L',
    sources: ['kisGuide', 'fieldNotes'],
  },
  {
    id: 'self-defence',
    severity: 'info',
    confidence: 'H',
    sources: ['vendorTraining', 'kesSelfDefenceHelp'],
  },
  {
    id: 'server-edition',
    severity: 'info',
    confidence: 'H',
    sources: ['defenderDocs'],
  },
  {
    id: 'no-replacement',
    severity: 'warning',
    confidence: 'H',
    sources: ['defenderDocs'],
  },
  {
    id: 'defender-returns',
    severity: 'info',
    confidence: 'H',
    sources: ['defenderDocs'],
  },
  {
    id: 'not-elevated',
    severity: 'info',
    confidence: 'H',
    sources: ['msiErrorCodes'],
  },
  {
    id: 'portable-tools',
    severity: 'info',
    confidence: 'H',
    sources: ['kvrtArticle'],
  },
  {
    id: 'us-updates',
    severity: 'info',
    confidence: 'H',
    sources: ['federalRegister', 'bisQuestions'],
  },
] as const satisfies readonly HazardRow[];

export type HazardId = (typeof hazardRows)[number]['id'];
