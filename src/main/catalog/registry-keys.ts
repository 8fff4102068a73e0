import type { Cited, Pattern } from './row.ts';

/** Name of the vendor's key below `SOFTWARE`, in both views and in every user's hive. */
export const vendorKeyName = 'KasperskyLab';

/**
 * How the version of a product stands in the name of its line. Other lines are numbered on their own, as those of the
 * VPN and of newer Endpoint Security are, so that they say nothing about the version.
 */
export const lineVersions = [
  {
    match: '^AVP([0-9]+\\.[0-9.]*[0-9])$',
    version: '$1',
    confidence: 'H',
    sources: ['avArtifacts', 'wingetPkgs'],
  },
  { match: '^AVP([6-9]|1[0-3])$', version: '$1', confidence: 'M', sources: ['tenable'] },
  { match: '^AVP([6-9])0$', version: '$1.0', confidence: 'M', sources: ['fieldScripts'] },
  {
    match: '^KES(8|10)(?:SP[0-9]+)?$',
    version: '$1',
    confidence: 'H',
    sources: ['tenable', 'fieldScripts'],
  },
] as const satisfies readonly (Pattern & { version: string })[];

interface RegistryFact extends Cited {
  readonly path: string;
  readonly tells: string;
}

/** What keys below the vendor's root tell. `<line>` is the product's own key, for example `AVP21.3`. */
export const registryFacts: readonly RegistryFact[] = [
  {
    path: '<line>\\environment',
    tells: 'the product is installed; a line without it is what remains of one',
    confidence: 'H',
    sources: ['customInstaller', 'tenable'],
  },
  {
    path: 'protected\\<line>\\environment',
    tells: 'the same for older products',
    confidence: 'H',
    sources: ['tenable', 'fieldScripts'],
  },
  {
    path: 'WmiHlp',
    tells: 'whether the licence was reported to Windows as expired',
    confidence: 'M',
    sources: ['customInstaller'],
  },
  {
    path: '<line>\\Data\\UpdateState',
    tells: 'when signatures were last updated',
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    path: 'protected\\<line>\\Data',
    tells: 'last update and age of the licence of older products',
    confidence: 'H',
    sources: ['glpiAgent'],
  },
  {
    path: 'protected\\<line>\\settings\\def',
    tells: 'whether self-defence is on, older products',
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    path: 'Components\\34\\1103\\1.0.0.0\\Statistics\\AVState',
    tells: 'the machine is or was managed by a Security Center',
    confidence: 'H',
    sources: ['fieldScripts', 'tenable'],
  },
  {
    path: 'WSEE\\<version>\\Install',
    tells: 'Security for Windows Server',
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    path: 'InstalledProducts\\<name>',
    tells: 'a product from before 2010, with Name, Folder and Version',
    confidence: 'M',
    sources: ['tenable', 'fieldNotes'],
  },
  {
    path: 'LicStorage',
    tells: 'licence data, kept when the person chose so',
    confidence: 'L',
    sources: ['fieldNotes'],
  },
  {
    path: 'LicStrg',
    tells: 'licence data, 32-bit Windows',
    confidence: 'L',
    sources: ['fieldNotes'],
  },
];

interface PasswordKey extends Cited {
  /** Below the key of the line, in lower case; versions 2013 and 2014 have `protected` before it. */
  readonly below: string;
  readonly versions: string;
}

/**
 * Where home products keep whether a password protects them: `EnablePswrdProtect` is 1, or `OPEP` holds something. What
 * `OPEP` holds is made from the password and never recorded.
 */
export const passwordKeys: readonly PasswordKey[] = [
  {
    below: 'settings',
    versions: '2013 to 2019, 20.0 to 21.1',
    confidence: 'L',
    sources: ['fieldNotes'],
  },
  {
    below: 'data\\flushedmsicriticalsettings',
    versions: '20.0 to 21.1',
    confidence: 'L',
    sources: ['fieldNotes'],
  },
  {
    below: 'settings\\passwordprotectionsettings',
    versions: '21.2 and later',
    confidence: 'M',
    sources: ['customInstaller'],
  },
];

/** In `Components\\34\\1103\\…\\Statistics\\AVState`, by public scripts that look for the server's shared folder. */
export const agentServerValue = 'Protection_AdmServer';

/** Names of values whose data tells something and is no secret. Everything else is recorded by size only. */
export const harmlessValues = [
  'ProductName',
  'ProductCode',
  'ProductRoot',
  'ProductVersion',
  'ProductType',
  'DataFolder',
  'Base',
  'Bases',
  'UpdateRoot',
  'IsReportedExpired',
  'LastUpdate',
  'LastSuccessfulUpdate',
  'LicDaysTillExpiration',
  'EnableSelfProtection',
  'EnablePswrdProtect',
  'Protection_LastConnected',
  'Protection_BasesDate',
  'Protection_RtpState',
  'Protection_AvInstalled',
  agentServerValue,
  'Name',
  'Folder',
  'Version',
] as const;
