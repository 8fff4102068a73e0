import { z } from 'zod';
import { managementSchema } from './management.ts';
import { sectionSchema } from './section.ts';

/** Version of the inventory document. A reader refuses any other. */
export const inventoryFormat = 'cutover-inventory/1';

const text = z.string();
const textOrNull = z.string().nullable();

/**
 * An entry of an `Uninstall` key ("Apps & features"). Strings are kept exactly as the machine has them.
 * `key` is the full native path with `WOW6432Node` written out and identifies the program.
 */
export const programSchema = z.object({
  key: text,
  keyName: text,
  scope: z.enum(['machine64', 'machine32', 'user']),
  userSid: textOrNull,
  displayName: textOrNull,
  displayVersion: textOrNull,
  publisher: textOrNull,
  installLocation: textOrNull,
  installDate: textOrNull,
  uninstallString: textOrNull,
  quietUninstallString: textOrNull,
  windowsInstaller: z.boolean(),
  systemComponent: z.boolean(),
});
export type Program = z.infer<typeof programSchema>;

/** A product that Windows Installer itself knows. `localPackage` is its cached MSI, needed for removal. */
export const installerProductSchema = z.object({
  productCode: text,
  name: textOrNull,
  version: textOrNull,
  publisher: textOrNull,
  installLocation: textOrNull,
  localPackage: textOrNull,
  localPackageExists: z.boolean().nullable(),
  context: z.enum(['machine', 'userManaged', 'userUnmanaged']),
  userSid: textOrNull,
  state: z.enum(['installed', 'advertised', 'other']),
});
export type InstallerProduct = z.infer<typeof installerProductSchema>;

/** A Win32 service or driver. `imageFile` is the resolved path of the program or .sys file, without arguments. */
export const serviceSchema = z.object({
  name: text,
  displayName: textOrNull,
  kind: z.enum(['service', 'kernelDriver', 'fileSystemDriver', 'other']),
  state: z.enum(['running', 'stopped', 'startPending', 'stopPending', 'paused', 'unknown']),
  start: z.enum(['boot', 'system', 'auto', 'demand', 'disabled', 'unknown']),
  imagePath: textOrNull,
  imageFile: textOrNull,
  imageExists: z.boolean().nullable(),
  account: textOrNull,
  processId: z.number().int().nullable(),
});
export type Service = z.infer<typeof serviceSchema>;

export const processSchema = z.object({
  pid: z.number().int(),
  parentPid: z.number().int(),
  name: text,
  path: textOrNull,
});
export type Process = z.infer<typeof processSchema>;

/**
 * A key below one of the vendor's registry trees. The data of a value is recorded only for names known to be
 * harmless; otherwise `data` is null and only the size tells whether something is set, so that no password
 * hash and no licence key can reach an inventory.
 */
export const vendorKeySchema = z.object({
  key: text,
  userSid: textOrNull,
  values: z.array(
    z.object({
      name: text,
      type: text,
      size: z.number().int().nonnegative(),
      data: z.union([z.string(), z.number()]).nullable(),
    }),
  ),
});
export type VendorKey = z.infer<typeof vendorKeySchema>;

/** A folder that is the vendor's by its place, with what lies in it (listing bounded, see `truncated`). */
export const vendorFolderSchema = z.object({
  path: text,
  kind: z.enum(['program', 'data', 'userData', 'drivers', 'other']),
  entries: z.array(
    z.object({
      path: text,
      kind: z.enum(['file', 'folder', 'link']),
      size: z.number().nonnegative(),
    }),
  ),
  truncated: z.boolean(),
});
export type VendorFolder = z.infer<typeof vendorFolderSchema>;

/** What is known of the Authenticode signature of a file. `code` is the raw result of WinVerifyTrust. */
export const signatureSchema = z.object({
  status: z.enum(['valid', 'unsigned', 'invalid', 'untrusted', 'unknown']),
  subject: textOrNull,
  organization: textOrNull,
  issuer: textOrNull,
  code: z.number().int(),
});
export type Signature = z.infer<typeof signatureSchema>;

/** An executable that a program, a service or a process of interest points at. */
export const fileFactSchema = z.object({
  path: text,
  exists: z.boolean(),
  size: z.number().nonnegative().nullable(),
  companyName: textOrNull,
  productName: textOrNull,
  fileVersion: textOrNull,
  signature: signatureSchema.nullable(),
});
export type FileFact = z.infer<typeof fileFactSchema>;

/** A root certificate that is trusted on this machine, or by one person; null stands for the machine. */
export const certificateSchema = z.object({
  store: text,
  userSid: textOrNull.default(null),
  thumbprint: text,
  subject: text,
  issuer: text,
  notAfter: textOrNull,
});
export type Certificate = z.infer<typeof certificateSchema>;

export const scheduledTaskSchema = z.object({
  path: text,
  author: textOrNull,
  actions: z.array(z.object({ execute: text, arguments: textOrNull })),
});
export type ScheduledTask = z.infer<typeof scheduledTaskSchema>;

export const browserExtensionSchema = z.object({
  browser: z.enum(['chrome', 'edge', 'firefox', 'other']),
  id: text,
  name: textOrNull,
  version: textOrNull,
  origin: z.enum(['profile', 'registry', 'policy', 'nativeMessagingHost']),
  location: text,
  userSid: textOrNull,
});
export type BrowserExtension = z.infer<typeof browserExtensionSchema>;

/** A network component (NDIS filter, protocol, client) registered with Windows. */
export const networkComponentSchema = z.object({
  componentId: text,
  description: textOrNull,
  instanceKey: text,
  service: textOrNull,
});
export type NetworkComponent = z.infer<typeof networkComponentSchema>;

/** The filter drivers of a device class. Only classes that have any are listed. */
export const classFilterSchema = z.object({
  classGuid: text,
  className: textOrNull,
  upperFilters: z.array(text),
  lowerFilters: z.array(text),
});
export type ClassFilter = z.infer<typeof classFilterSchema>;

/** A sign that data on this machine is or was encrypted. */
export const encryptionSignSchema = z.object({
  kind: z.enum(['bitLocker', 'kasperskyDiskEncryption', 'kasperskyFileEncryption']),
  subject: text,
  state: z.enum(['on', 'off', 'unknown']),
  detail: text,
});
export type EncryptionSign = z.infer<typeof encryptionSignSchema>;

export const pendingRestartSchema = z.object({ source: text, detail: text });
export type PendingRestart = z.infer<typeof pendingRestartSchema>;

/** A row of the Windows Security Center. The name and the GUID are what the row claims, not proof of anything. */
export const securityProductSchema = z.object({
  provider: z.enum(['antivirus', 'antispyware', 'firewall']),
  name: text,
  state: z.enum(['on', 'off', 'snoozed', 'expired', 'unknown']),
  signatures: z.enum(['upToDate', 'outOfDate', 'unknown']),
  reportingPath: textOrNull,
  guid: textOrNull,
  timestamp: textOrNull,
});
export type SecurityProduct = z.infer<typeof securityProductSchema>;

/**
 * A row of the WMI namespace `root\\SecurityCenter2`. `productState` is the raw bit field; decoding it is the
 * verdict's business. Like a row of the Security Center it is a claim, not proof.
 */
export const wmiSecurityProductSchema = z.object({
  provider: z.enum(['antivirus', 'antispyware', 'firewall']),
  displayName: text,
  productState: z.number().int(),
  reportingPath: textOrNull,
  productPath: textOrNull,
  guid: textOrNull,
  timestamp: textOrNull,
});
export type WmiSecurityProduct = z.infer<typeof wmiSecurityProductSchema>;

/** A property of Microsoft Defender's `MSFT_MpComputerStatus`, by its name there. */
export const defenderStatusSchema = z.object({
  name: text,
  data: z.union([z.string(), z.number(), z.boolean()]).nullable(),
});
export type DefenderStatus = z.infer<typeof defenderStatusSchema>;

/** A provider that is registered with the Antimalware Scan Interface. */
export const amsiProviderSchema = z.object({
  clsid: text,
  name: textOrNull,
  library: textOrNull,
  libraryExists: z.boolean().nullable(),
});
export type AmsiProvider = z.infer<typeof amsiProviderSchema>;

/** A registry value that tells about Microsoft Defender (policy, switch, running state). */
export const defenderSettingSchema = z.object({
  key: text,
  name: text,
  data: z.union([z.string(), z.number()]),
  /** Of a policy: whether the local group policy of the machine writes it again; null or missing when nobody knows. */
  inLocalPolicy: z.boolean().nullable().optional(),
});
export type DefenderSetting = z.infer<typeof defenderSettingSchema>;

export const userProfileSchema = z.object({
  sid: text,
  folder: text,
  /** Whether the hive was loaded; a hive that was not is read from its file. */
  loaded: z.boolean(),
});
export type UserProfile = z.infer<typeof userProfileSchema>;

export const machineFactsSchema = z.object({
  computerName: textOrNull,
  platform: z.enum(['windows', 'linux', 'macos']),
  osName: textOrNull,
  osVersion: textOrNull,
  osBuild: textOrNull,
  edition: z.enum(['client', 'server', 'unknown']),
  architecture: z.enum(['x64', 'x86', 'arm64', 'unknown']),
  safeMode: z.enum(['no', 'minimal', 'network', 'unknown']),
  /** Whether the inventory was read with administrator rights; null when nobody can know. */
  elevated: z.boolean().nullable(),
  /** Preferred language of the system as a BCP 47 tag. */
  language: textOrNull,
  /** Missing where it was not asked, as in a registry export. */
  management: managementSchema.optional(),
});
export type MachineFacts = z.infer<typeof machineFactsSchema>;

/**
 * All facts read from one machine, without any opinion. Written by `cutover inventory`, read by everything else.
 * Every section says how far it can be believed, see {@link sectionStateSchema}.
 */
export const inventorySchema = z.object({
  format: z.literal(inventoryFormat),
  collectedAt: z.iso.datetime(),
  collectedBy: text,
  source: z.object({
    kind: z.enum(['live', 'registryExport', 'practice']),
    detail: text,
  }),
  machine: machineFactsSchema,
  profiles: sectionSchema(userProfileSchema),
  programs: sectionSchema(programSchema),
  installerProducts: sectionSchema(installerProductSchema),
  services: sectionSchema(serviceSchema),
  processes: sectionSchema(processSchema),
  vendorKeys: sectionSchema(vendorKeySchema),
  vendorFolders: sectionSchema(vendorFolderSchema),
  files: sectionSchema(fileFactSchema),
  certificates: sectionSchema(certificateSchema),
  scheduledTasks: sectionSchema(scheduledTaskSchema),
  browserExtensions: sectionSchema(browserExtensionSchema),
  networkComponents: sectionSchema(networkComponentSchema),
  classFilters: sectionSchema(classFilterSchema),
  encryption: sectionSchema(encryptionSignSchema),
  pendingRestarts: sectionSchema(pendingRestartSchema),
  securityProducts: sectionSchema(securityProductSchema),
  wmiSecurityProducts: sectionSchema(wmiSecurityProductSchema),
  defender: sectionSchema(defenderSettingSchema),
  defenderStatus: sectionSchema(defenderStatusSchema),
  amsiProviders: sectionSchema(amsiProviderSchema),
});
export type Inventory = z.infer<typeof inventorySchema>;

/** The names of all sections, in the order in which they are shown. */
export const sectionNames = [
  'profiles',
  'programs',
  'installerProducts',
  'services',
  'processes',
  'vendorKeys',
  'vendorFolders',
  'files',
  'certificates',
  'scheduledTasks',
  'browserExtensions',
  'networkComponents',
  'classFilters',
  'encryption',
  'pendingRestarts',
  'securityProducts',
  'wmiSecurityProducts',
  'defender',
  'defenderStatus',
  'amsiProviders',
] as const satisfies readonly (keyof Inventory)[];
export type SectionName = (typeof sectionNames)[number];
