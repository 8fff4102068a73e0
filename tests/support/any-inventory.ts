import fc from 'fast-check';
import type { Inventory } from '../../src/shared/domain/inventory.ts';
import { inventoryOf, signedBy, type InventoryFacts } from './inventory-builder.ts';

/** Words from which hostile and half-true machines are put together. */
const words = [
  'Kaspersky',
  'AO Kaspersky Lab',
  'Kaspersky Lab',
  'KasperskyLab',
  'Kaspersky Total Security',
  'Kaspersky VPN',
  'Acme',
  'Microsoft',
  '',
  ' ',
  '..',
  '\\',
  '"',
  '%TEMP%',
  '{',
  '}',
  'é漢😀',
  '\0',
  'powered by Kaspersky',
  'UltraAV',
  'environment',
  'AVP21.3',
  'KES11',
  'KSDE5.2',
  'NetworkAgent',
  'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Total Security 21.3\\uninst.exe',
  '"C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Total Security 21.3\\uninst.exe" /S',
  'C:\\Program Files (x86)\\Kaspersky Lab\\..\\..\\Windows\\System32\\cmd.exe',
  '"C:\\Program Files (x86)\\Kaspersky Lab\\X\\u.exe" /S & del *',
  'C:\\Users\\Public\\Kaspersky Lab\\evil.exe /S',
  '\\\\server\\share\\Kaspersky Lab\\u.exe',
  'cmd /c del',
  'MsiExec.exe /X{AAAAAAAA-1111-2222-3333-444444444444}',
  'C:\\Program Files\\Kaspersky Lab Fans\\u.exe /S',
] as const;
const vendorCommand =
  '"C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Total Security 21.3\\uninst.exe" /S';
const codes = [
  '{AAAAAAAA-1111-2222-3333-444444444444}',
  '{BBBBBBBB-1111-2222-3333-444444444444}',
  'InstallWIX_{AAAAAAAA-1111-2222-3333-444444444444}',
  '{7EC66A9F-0A49-4DC0-A9E8-460333EA8013}',
] as const;
const keys = [
  'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\AVP21.3\\environment',
  'HKLM\\SOFTWARE\\KasperskyLab\\protected\\KES8\\environment',
  'HKLM\\SOFTWARE\\KasperskyLab\\KES11',
  'HKLM\\SOFTWARE\\KasperskyLab\\Components\\34\\1103\\1.0.0.0',
  'HKU\\S-1-5-21-1\\Software\\KasperskyLab\\AVP21.3\\environment',
  'HKLM\\SOFTWARE\\KasperskyLab',
] as const;
const serviceNames = [
  'AVP21.3',
  'klnagent',
  'KSDE5.2',
  'klif.K4W-21-3',
  'klim6',
  'klfde',
  'klfle',
  'klboot',
  'KAVFS',
  'KslD',
  'kbldfltr',
  'WinDefend',
  'ekrn',
  'klupd_K4W-21-3_mark',
] as const;

const text = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...words, ...codes),
  fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((parts) => parts.join('\\')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const orNull = fc.option(text, { nil: null });
const flag = fc.option(fc.boolean(), { nil: null });
const signature = fc.option(text.map(signedBy), { nil: null });

const facts = fc.record({
  programs: list(
    {
      keyName: fc.oneof(text, fc.constantFrom(...codes)),
      scope: fc.constantFrom('machine64', 'machine32', 'user'),
      displayName: orNull,
      displayVersion: orNull,
      publisher: orNull,
      installLocation: orNull,
      uninstallString: orNull,
      quietUninstallString: orNull,
      windowsInstaller: fc.boolean(),
    },
    [
      { publisher: 'Kaspersky Lab', uninstallString: vendorCommand },
      { publisher: 'AO Kaspersky Lab', displayName: 'Kaspersky Total Security' },
      { keyName: codes[0], publisher: 'Kaspersky', displayName: 'Kaspersky Total Security' },
    ],
  ),
  installerProducts: list(
    {
      productCode: fc.oneof(fc.constantFrom(...codes), text),
      name: orNull,
      version: orNull,
      publisher: orNull,
      installLocation: orNull,
      localPackageExists: flag,
      context: fc.constantFrom('machine', 'userManaged', 'userUnmanaged'),
      state: fc.constantFrom('installed', 'advertised', 'other'),
    },
    [
      { productCode: codes[0], publisher: 'Kaspersky', state: 'installed' },
      {
        productCode: codes[3],
        name: 'Kaspersky Endpoint Security for Windows',
        context: 'machine',
      },
    ],
  ),
  // Windows knows each name once, whatever its case.
  services: list({
    name: fc.oneof(fc.constantFrom(...serviceNames), text),
    kind: fc.constantFrom('service', 'kernelDriver', 'fileSystemDriver', 'other'),
    state: fc.constantFrom('running', 'stopped', 'unknown'),
    start: fc.constantFrom('auto', 'disabled', 'unknown'),
    imageFile: orNull,
    imageExists: flag,
  }).map((services) => [
    ...new Map(services.map((each) => [each.name.toLowerCase(), each])).values(),
  ]),
  processes: list({ name: fc.oneof(text, fc.constantFrom('avp.exe', 'kvrt.exe')), path: orNull }),
  vendorKeys: list({
    key: fc.oneof(fc.constantFrom(...keys), text),
    values: fc.dictionary(
      fc.constantFrom('ProductCode', 'ProductName', 'ProductRoot', 'OPEP'),
      fc.oneof(orNull, fc.constantFrom(...codes), fc.nat()),
      { noNullPrototype: true },
    ),
  }),
  vendorFolders: list({ path: text, entries: fc.array(text, { maxLength: 3 }) }),
  files: list({ path: text, exists: fc.boolean(), companyName: orNull, signature }),
  certificates: list({ subject: text, issuer: text }),
  browserExtensions: list({ id: text, name: orNull }),
  scheduledTasks: list({
    path: text,
    actions: fc.array(fc.record({ execute: text, arguments: orNull }), { maxLength: 2 }),
  }),
  networkComponents: list({ componentId: text, service: orNull }),
  appPackages: list({ key: text, fullName: text, userSid: orNull }),
  eventChannels: list({ key: text, name: text, kind: fc.constantFrom('log', 'channel') }),
  networkAdapters: list({ adapterId: text, description: orNull, service: orNull }),
  firewallRules: list({ name: text, program: orNull, action: fc.constantFrom('allow', 'block') }),
  classFilters: list({
    classGuid: text,
    upperFilters: fc.array(fc.constantFrom('klkbdflt', 'kbdclass')),
  }),
  deviceFilters: list({
    instanceId: text,
    description: orNull,
    lowerFilters: fc.array(fc.constantFrom('klfltdev.KES-14-1', 'kbdclass')),
  }),
  encryption: list({
    kind: fc.constantFrom('bitLocker', 'kasperskyDiskEncryption', 'kasperskyFileEncryption'),
    state: fc.constantFrom('on', 'off', 'unknown'),
  }),
  securityProducts: list({
    name: text,
    state: fc.constantFrom('on', 'off', 'snoozed', 'expired', 'unknown'),
    signatures: fc.constantFrom('upToDate', 'outOfDate', 'unknown'),
    reportingPath: orNull,
    guid: orNull,
  }),
  unreadable: fc.subarray([
    'programs',
    'installerProducts',
    'services',
    'vendorKeys',
    'encryption',
    'defender',
    'files',
  ]),
  partial: fc.subarray(['programs', 'installerProducts', 'vendorKeys', 'securityProducts']),
});

/** Any inventory that the schema allows, rich in things that are nearly Kaspersky's. */
export const anyFacts = facts as fc.Arbitrary<InventoryFacts>;
export const anyInventory: fc.Arbitrary<Inventory> = anyFacts.map(inventoryOf);

function list<T>(
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
  plausible: readonly NoInfer<Partial<T>>[] = [],
): fc.Arbitrary<T[]> {
  const wild = fc.record(model) as fc.Arbitrary<T>;
  const half = plausible.map((known) => wild.map((each) => ({ ...each, ...known })));
  return fc.array(fc.oneof(wild, ...half), { maxLength: 4 });
}
