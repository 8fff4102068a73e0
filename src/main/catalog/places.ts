import type { Cited } from './row.ts';

/** Names of folders that are the vendor's when they stand directly below a program or data folder. */
export const vendorFolderNames = [
  'Kaspersky Lab',
  'KasperskyLab',
  // Where set-up programs unpack their packages.
  'Kaspersky Lab Setup Files',
] as const;

/** Further folders of the vendor's tools; without a product where what lies there says it. */
export const extraFolders = [
  {
    path: '%SystemDrive%\\KVRT2020_Data',
    match: '^[A-Z]:\\\\KVRT[0-9]{4}_Data$',
    product: 'kaspersky-virus-removal-tool',
    confidence: 'H',
    sources: ['kvrtArticle'],
  },
  {
    path: '%SystemDrive%\\KVRT_Data',
    match: '^[A-Z]:\\\\KVRT_Data$',
    product: 'kaspersky-virus-removal-tool',
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  // Data of the engine, which products of other makers bring along.
  {
    path: '%ProgramData%\\Kaspersky SDK',
    match: '^[A-Z]:\\\\ProgramData\\\\Kaspersky SDK$',
    product: null,
    confidence: 'M',
    sources: ['fieldScripts'],
  },
] as const satisfies readonly (Cited & { path: string; match: string; product: string | null })[];

/** Data of products that keep it below a common name. */
export const dataFolders = [
  {
    match: '\\\\adminkit\\\\1093(?:\\\\|$)',
    product: 'kaspersky-security-center',
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    match: '\\\\adminkit\\\\1103(?:\\\\|$)',
    product: 'kaspersky-network-agent',
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    match: '^[A-Z]:\\\\ProgramData\\\\Kaspersky SDK$',
    product: 'kaspersky-other',
    confidence: 'M',
    sources: ['fieldScripts'],
  },
] as const satisfies readonly (Cited & { match: string; product: string })[];

/** A file that marks a volume on which Kaspersky disk encryption has been used. */
export const diskEncryptionTrace = {
  path: 'System Volume Information\\KLFDE.{EB2A5993-DFC8-41a1-B050-F0824113A33A}.PBELOG.bin',
  confidence: 'H',
  sources: ['kesTraceHelp'],
} as const satisfies Cited & { path: string };

/** The password vault of Password Manager, below each person's local application data. */
export const passwordVaultFile = {
  name: 'kpm_vault.edb',
  confidence: 'M',
  sources: ['fieldScripts'],
} as const satisfies Cited & { name: string };

/** Names of folders inside a product's data folder that hold quarantined files. */
export const quarantineFolders = {
  names: ['QB', 'Quarantine'],
  confidence: 'M',
  sources: ['fieldScripts', 'kvrtArticle'],
} as const satisfies Cited & { names: readonly string[] };
