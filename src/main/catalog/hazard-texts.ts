import type { HazardSeverity } from '../../shared/domain/plan.ts';
import type { Cited } from './row.ts';

/** The words of a hazard. The rule that sees it is in the engine, under the same id. */
export interface HazardText extends Cited {
  readonly id: string;
  readonly severity: HazardSeverity;
  readonly title: string;
  readonly explanation: string;
  readonly advice: string;
}

export const hazardTexts = [
  {
    id: 'disk-encryption',
    severity: 'stop',
    title: 'Kaspersky may have encrypted a disk of this computer',
    explanation:
      'Removing the product does not decrypt anything. The disk could become unreadable, and Windows might not start again.',
    advice:
      'Let the administrator decrypt all disks through Kaspersky Security Center, restart, and check again. Do not remove anything before that.',
    confidence: 'H',
    sources: ['kesRemovalHelp', 'kesTraceHelp', 'kesAgentTestHelp', 'altitudes'],
  },
  {
    id: 'file-encryption',
    severity: 'stop',
    title: 'Kaspersky may have encrypted files on this computer',
    explanation:
      'Encrypted files can only be opened while the product and its keys are there. After the removal they would be lost to you.',
    advice:
      'Let the administrator decrypt the files through Kaspersky Security Center, or copy them out while they still open. Then check again.',
    confidence: 'H',
    sources: ['kesRemovalHelp', 'kesEncryptionHelp', 'altitudes'],
  },
  {
    id: 'encryption-not-checked',
    severity: 'todo',
    title: 'It is not known whether Kaspersky encrypted something here',
    explanation:
      'The place where disk and file encryption shows could not be read. Encrypted data would be lost with the product.',
    advice:
      'Start Cutover as administrator and check again, or make sure with your administrator that nothing on this computer is encrypted by Kaspersky.',
    confidence: 'H',
    sources: ['kesRemovalHelp'],
  },
  {
    id: 'managed-by-security-center',
    severity: 'stop',
    title: 'This computer is or was managed by an organisation',
    explanation:
      'A Kaspersky Security Center looks after this computer, or did. Its administrators may have set a password, encrypted data or may install the product again.',
    advice:
      'Ask your IT department. If you are the administrator of that Security Center, say so (--managed-by-us) and go on.',
    confidence: 'H',
    sources: ['vendorTraining', 'kscRemoteRemovalHelp'],
  },
  {
    id: 'safe-mode',
    severity: 'stop',
    title: 'Windows is in safe mode',
    explanation:
      'Windows Installer does not work in safe mode, so nothing could be removed properly.',
    advice: 'Restart Windows normally and start Cutover again.',
    confidence: 'H',
    sources: ['msiErrorCodes'],
  },
  {
    id: 'password',
    severity: 'todo',
    title: 'A password protects Kaspersky from being removed',
    explanation:
      'Somebody set a password in Kaspersky. Without it the removal fails, and Cutover does not try to get around it.',
    advice:
      'Open Kaspersky, go to its settings and switch the password protection off, or have the password ready. Then wait half a minute and check again.',
    confidence: 'M',
    sources: ['customInstaller', 'homePasswordHelp'],
  },
  {
    id: 'password-may-be-needed',
    severity: 'warning',
    title: 'A password may be needed',
    explanation:
      'Administrators often protect this product with a password (user KLAdmin). Whether there is one cannot be seen from outside; a wrong or missing one makes the removal fail.',
    advice: 'Ask your administrator for it and give it when you start the removal.',
    confidence: 'H',
    sources: ['kesInstallHelp', 'secWinBatchMode', 'endpointAgentPasswordHelp'],
  },
  {
    id: 'agent-password-may-be-needed',
    severity: 'warning',
    title: 'The Network Agent may ask for its own password',
    explanation:
      'The Network Agent can have an uninstallation password of its own, different from the one of the antivirus.',
    advice: 'Ask the administrator of the Security Center, and give it when you start the removal.',
    confidence: 'H',
    sources: ['secWinBatchMode', 'removeKsScript'],
  },
  {
    id: 'password-vault',
    severity: 'todo',
    title: 'Your passwords are stored in Kaspersky Password Manager',
    explanation:
      'Once the program is gone, you can no longer open the stored passwords on this computer. Nobody can restore the main password. Cutover leaves the vault file where it is.',
    advice:
      'Open Kaspersky Password Manager, export your passwords, and check that they arrived in the new place before you go on.',
    confidence: 'H',
    sources: ['fieldScripts', 'homePasswordHelp'],
  },
  {
    id: 'data-vault',
    severity: 'warning',
    title: 'Data vaults (encrypted containers) cannot be opened afterwards',
    explanation:
      'This product can keep files in an encrypted vault. Without the product and the vault password nobody can open it.',
    advice: 'If you made a vault, unlock it and copy your files out of it first.',
    confidence: 'M',
    sources: ['kisGuide', 'fieldNotes'],
  },
  {
    id: 'backup-archives',
    severity: 'warning',
    title: 'Backups made with Kaspersky',
    explanation:
      'The product has a backup function. Backups made with it may only be readable with it.',
    advice: 'If you made backups with Kaspersky, restore them to an ordinary folder first.',
    confidence: 'M',
    sources: ['altitudes', 'avArtifacts'],
  },
  {
    id: 'quarantine-lost',
    severity: 'info',
    title: 'Files in quarantine',
    explanation:
      'Files that Kaspersky put into quarantine or into its own backup cannot be read after the removal.',
    advice:
      'If you miss a file that Kaspersky took away by mistake, restore it in Kaspersky first.',
    confidence: 'H',
    sources: ['kisGuide', 'kesRemovalHelp'],
  },
  {
    id: 'vpn-kill-switch',
    severity: 'warning',
    title: 'The VPN may cut the connection',
    explanation:
      'If the VPN is on, or set to block the internet without it, the connection can stop during the removal.',
    advice: 'Switch the VPN and its kill switch off before you begin.',
    confidence: 'U',
    sources: ['vendorListing'],
  },
  {
    id: 'safe-kids-credentials',
    severity: 'warning',
    title: "Removing Safe Kids may ask for the parent's account",
    explanation: 'The uninstaller may ask for the My Kaspersky account that the parent uses.',
    advice: 'Have the e-mail address and the password of that account ready.',
    confidence: 'L',
    sources: ['safeKidsHelp'],
  },
  {
    id: 'bitlocker-key',
    severity: 'todo',
    title: 'Save the BitLocker recovery key first',
    explanation:
      'A disk is encrypted with BitLocker, and Kaspersky can manage that. The recovery key may then only be stored in Kaspersky Security Center. Without it the disk cannot be opened when Windows asks for it.',
    advice:
      'Search Windows for “Manage BitLocker”, choose “Back up your recovery key”, and keep it outside this computer.',
    confidence: 'M',
    sources: ['kesEncryptionHelp'],
  },
  {
    id: 'bitlocker-unknown',
    severity: 'warning',
    title: 'Check whether BitLocker is on',
    explanation:
      'Whether a disk is encrypted with BitLocker could not be read. If it is, Kaspersky may manage it, and the recovery key may only be stored in Kaspersky Security Center.',
    advice:
      'Search Windows for “Manage BitLocker”. If it is on, choose “Back up your recovery key”, and keep it outside this computer.',
    confidence: 'M',
    sources: ['kesEncryptionHelp'],
  },
  {
    id: 'pending-restart',
    severity: 'warning',
    title: 'Windows is waiting for a restart',
    explanation:
      'An earlier installation or update is not finished. Removals often fail in that state.',
    advice: 'Restart the computer first, then start Cutover again.',
    confidence: 'L',
    sources: ['kasperskyGuide'],
  },
  {
    id: 'missing-installer-package',
    severity: 'warning',
    title: 'The package that Windows needs for the removal is missing',
    explanation:
      'Windows keeps a copy of the installer to remove a product with. For this one the copy is gone, so the removal will probably fail.',
    advice:
      "Get the installation package of exactly this version. If there is none, Kaspersky's own removal tool is the way, by hand.",
    confidence: 'H',
    sources: ['msiErrorCodes'],
  },
  {
    id: 'management-server',
    severity: 'warning',
    title: 'This is the server or the console that manages other computers',
    explanation:
      'Without it nobody can manage, decrypt or cleanly remove Kaspersky on the computers that belong to it.',
    advice:
      'Remove Kaspersky from all managed computers first, and save encryption and BitLocker recovery keys.',
    confidence: 'M',
    sources: ['kesEncryptionHelp', 'vendorTraining'],
  },
  {
    id: 'input-filters',
    severity: 'info',
    title: 'Kaspersky sits between keyboard, mouse and Windows',
    explanation:
      'The product put drivers in front of keyboard and mouse. Its own uninstaller takes them out; deleting such a driver by hand would make both stop working.',
    advice: 'Do nothing about them by hand.',
    confidence: 'M',
    sources: ['avArtifacts', 'fieldNotes'],
  },
  {
    id: 'network-filter',
    severity: 'info',
    title: 'Kaspersky sits in the network connection',
    explanation:
      'The product put a filter into every network connection. Its own uninstaller takes it out; the connection may drop for a moment.',
    advice:
      'Keep the instructions of the report at hand, so that you have them without internet too.',
    confidence: 'M',
    sources: ['avArtifacts', 'tapIssue'],
  },
  {
    id: 'windows-update-redirect',
    severity: 'info',
    title: 'Check Windows Update afterwards',
    explanation:
      'The Network Agent can also deliver Windows updates. If that setting stays behind, Windows Update stops working.',
    advice: 'When the agent is gone, search for updates in Windows once and see that it works.',
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    id: 'protected-service',
    severity: 'info',
    title: 'Windows protects a service of this product',
    explanation:
      'Even an administrator cannot stop it. Only the removal through Windows Installer can.',
    advice: 'Do not try to stop or delete it by hand.',
    confidence: 'H',
    sources: ['serverPplHelp'],
  },
  {
    id: 'self-defence',
    severity: 'info',
    title: 'Kaspersky defends itself',
    explanation:
      'Its services, files and registry keys cannot be changed while it is installed. Only its own uninstaller can take them away.',
    advice: 'Do not try to end its programs or to delete its files by hand.',
    confidence: 'H',
    sources: ['vendorTraining', 'kesSelfDefenceHelp'],
  },
  {
    id: 'server-edition',
    severity: 'info',
    title: 'This is a Windows Server',
    explanation:
      'On a server Microsoft Defender does not switch itself on when another antivirus is removed, and there is no Security Center to ask.',
    advice: 'Have another antivirus ready, or switch Microsoft Defender on yourself afterwards.',
    confidence: 'H',
    sources: ['defenderDocs'],
  },
  {
    id: 'no-replacement',
    severity: 'warning',
    title: 'Afterwards nothing may protect this computer',
    explanation: 'No other antivirus is known to take over when Kaspersky is gone.',
    advice: 'Have another antivirus ready to install, or be ready to switch Microsoft Defender on.',
    confidence: 'H',
    sources: ['defenderDocs'],
  },
  {
    id: 'defender-returns',
    severity: 'info',
    title: 'Microsoft Defender should take over',
    explanation:
      'Windows normally switches Microsoft Defender on by itself when the other antivirus is gone. This can take some minutes or a restart.',
    advice: 'Cutover checks afterwards whether it did.',
    confidence: 'H',
    sources: ['defenderDocs'],
  },
  {
    id: 'not-elevated',
    severity: 'info',
    title: 'Some things could only be seen as administrator',
    explanation: 'This list was made without administrator rights, so it may not be complete.',
    advice: 'Start Cutover as administrator to see everything and to remove anything.',
    confidence: 'H',
    sources: ['msiErrorCodes'],
  },
  {
    id: 'portable-tools',
    severity: 'info',
    title: 'A Kaspersky tool that was never installed',
    explanation:
      'There is a tool or its folder, but no installation. It does not run by itself and has no uninstaller.',
    advice:
      'Close it. Delete its folder when you are sure that you need nothing from its quarantine.',
    confidence: 'H',
    sources: ['kvrtArticle'],
  },
  {
    id: 'us-updates',
    severity: 'info',
    title: 'Kaspersky in the United States',
    explanation:
      'Since 29 September 2024 Kaspersky may not provide updates in the US, so this antivirus no longer protects you. Using it is not illegal for you; US authorities recommend moving to another product.',
    advice: 'If you are in the US, do not put the change off.',
    confidence: 'H',
    sources: ['federalRegister', 'bisQuestions'],
  },
] as const satisfies readonly HazardText[];

export type HazardId = (typeof hazardTexts)[number]['id'];
