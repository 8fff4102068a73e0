import type { LeftoverKind, LeftoverSection } from '../../shared/domain/plan/leftover.ts';
import type { Confirmed, Pattern } from './row.ts';

/** What has to hold of something before it may go. */
export type LeftoverCondition =
  /** Everything that could still use it was read. */
  | 'everythingRead'
  /** No installed product has it or may share it. */
  | 'productGone'
  /** It, and nothing on the way to it, is a link. */
  | 'noLink'
  /** No program runs from there, and no service is registered there that has its program. */
  | 'nothingWorksThere'
  /** No service of what is left has its program: it may need the settings, and the vendor's tool knows it by them. */
  | 'ownersStopped'
  /** No program of somebody else is known to lie there. */
  | 'nobodyElses'
  /** Nothing on the computer was encrypted by the vendor: keys may lie there. */
  | 'notEncrypted'
  /** More lies there than what a person keeps. */
  | 'holdsRemains'
  /** The program of it is known to be gone. */
  | 'fileAbsent'
  /** The same, or its program lies in a folder that goes before it. */
  | 'fileGoes'
  /** No device and no driver that is there was installed from it. */
  | 'unused'
  /** Its name or place is the vendor's by a fact that a source confirms. */
  | 'proven'
  /** Nothing of it would be lost that nobody can read, such as a stored password. */
  | 'comesBack'
  /** The person in whose settings it is has a profile on this computer. */
  | 'personKnown';

/**
 * A kind of remains: where it shows, and when it may go. They go in this order, a service
 * before its folder, and what Windows lists by its program after the folder in which that lies.
 */
export interface LeftoverRow extends Confirmed<Pattern> {
  readonly kind: LeftoverKind;
  /** Entries in the list of programs are judged by what Windows Installer says of them. */
  readonly section: Exclude<LeftoverSection, 'programs'>;
  readonly when: readonly LeftoverCondition[];
}

const vendorFolder = '\\\\(?:Kaspersky Lab|KasperskyLab)(?:\\\\[^\\\\]+)?';
const hive = '\\\\SOFTWARE\\\\(?:WOW6432Node\\\\)?';
const vendorTree = 'KasperskyLab(?:\\\\(?:protected\\\\)?[^\\\\]+)?';
const browser = '(?:Google\\\\Chrome|Microsoft\\\\Edge)';

const ofFolders = [
  'everythingRead',
  'productGone',
  'noLink',
  'nothingWorksThere',
  'nobodyElses',
  'notEncrypted',
  'holdsRemains',
] as const;

export const leftovers: readonly LeftoverRow[] = [
  {
    kind: 'service',
    section: 'services',
    match: '^[^\\\\]+$',
    when: ['everythingRead', 'productGone', 'proven', 'fileAbsent'],
    confidence: 'H',
    sources: ['avArtifacts', 'fieldScripts'],
  },
  {
    kind: 'driverPackage',
    section: 'driverPackages',
    match: '^(?:[^\\\\]+\\.inf_[^\\\\]+|oem\\d+\\.inf)$',
    when: ['everythingRead', 'productGone', 'proven', 'unused'],
    confidence: 'H',
    sources: ['driverTables'],
  },
  {
    kind: 'autostart',
    section: 'autostarts',
    match: `${hive}Microsoft\\\\Windows\\\\CurrentVersion\\\\Run(?:Once)?\\\\[^\\\\]+$`,
    when: ['everythingRead', 'productGone', 'proven', 'nobodyElses', 'personKnown'],
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    kind: 'browserPolicy',
    section: 'browserExtensions',
    match: `${hive}Policies\\\\${browser}\\\\ExtensionInstallForcelist\\\\[^\\\\]+$`,
    when: ['everythingRead', 'productGone', 'proven', 'personKnown'],
    confidence: 'H',
    sources: ['fieldScripts'],
  },
  {
    kind: 'browserKey',
    section: 'browserExtensions',
    match: `${hive}${browser}\\\\(?:Extensions|NativeMessagingHosts)\\\\[^\\\\]+$`,
    when: ['everythingRead', 'productGone', 'proven', 'personKnown'],
    confidence: 'H',
    sources: ['fieldScripts'],
  },
  {
    kind: 'eventLog',
    section: 'eventChannels',
    match: '\\\\Services\\\\EventLog\\\\Kaspersky[^\\\\]*$',
    when: ['everythingRead', 'productGone', 'proven'],
    confidence: 'M',
    sources: ['fieldNotes'],
  },
  {
    kind: 'programFolder',
    section: 'vendorFolders',
    match: `^[A-Z]:\\\\Program Files(?: \\(x86\\))?(?:\\\\Common Files)?${vendorFolder}$`,
    when: ofFolders,
    confidence: 'H',
    sources: ['avArtifacts', 'fieldScripts'],
  },
  {
    kind: 'dataFolder',
    section: 'vendorFolders',
    match: `^[A-Z]:\\\\ProgramData${vendorFolder}$`,
    when: ofFolders,
    confidence: 'H',
    sources: ['kesTraceHelp', 'fieldScripts'],
  },
  {
    kind: 'userFolder',
    section: 'vendorFolders',
    match: `^[A-Z]:\\\\.+\\\\AppData\\\\(?:Local|LocalLow|Roaming)${vendorFolder}$`,
    when: ofFolders,
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    kind: 'amsiProvider',
    section: 'amsiProviders',
    match: `^HKLM\\\\SOFTWARE\\\\Microsoft\\\\AMSI\\\\Providers\\\\\\{[0-9A-F-]+\\}$`,
    when: ['everythingRead', 'productGone', 'proven', 'fileGoes'],
    confidence: 'M',
    sources: ['avArtifacts'],
  },
  {
    kind: 'scheduledTask',
    section: 'scheduledTasks',
    // What Windows brought along stays, also where somebody has put something of theirs there.
    match: '^\\\\(?!Microsoft\\\\)[^\\\\]+(?:\\\\[^\\\\]+)*$',
    when: ['everythingRead', 'productGone', 'proven', 'fileGoes', 'comesBack'],
    confidence: 'H',
    sources: ['avArtifacts', 'fieldScripts'],
  },
  {
    kind: 'firewallRule',
    section: 'firewallRules',
    match: '\\\\Services\\\\SharedAccess\\\\Parameters\\\\FirewallPolicy\\\\FirewallRules\\\\.+$',
    when: ['everythingRead', 'productGone', 'proven', 'fileGoes'],
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    kind: 'registryTree',
    section: 'vendorKeys',
    match: `^HKLM${hive}${vendorTree}$`,
    when: ['everythingRead', 'productGone', 'ownersStopped', 'notEncrypted'],
    confidence: 'H',
    sources: ['customInstaller', 'tenable'],
  },
  {
    kind: 'userRegistryTree',
    section: 'vendorKeys',
    match: `^HKU\\\\[^\\\\]+${hive}${vendorTree}$`,
    when: ['everythingRead', 'productGone', 'notEncrypted', 'personKnown'],
    confidence: 'M',
    sources: ['driverTables'],
  },
];
