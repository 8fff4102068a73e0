import type { Cited } from './row.ts';

/** What commonly stays behind, and when it may be cleaned. `never` means that nobody should. */
export interface LeftoverRow extends Cited {
  readonly id: string;
  readonly what: string;
  readonly safeWhen: string;
  readonly never: boolean;
}

export const leftovers: readonly LeftoverRow[] = [
  {
    id: 'driver-service',
    what: 'A driver service that points to a file that is gone, for example klids',
    safeWhen: 'The file is absent and the product is gone. The key is saved first.',
    never: false,
    confidence: 'H',
    sources: ['fieldNotes'],
  },
  {
    id: 'user-key',
    what: "A key of the vendor in a person's registry; one blocked a Windows repair",
    safeWhen: 'The product is gone. The key is saved first.',
    never: false,
    confidence: 'M',
    sources: ['fieldNotes'],
  },
  {
    id: 'line-key',
    what: 'A product key without its environment key',
    safeWhen: 'The product is gone.',
    never: false,
    confidence: 'H',
    sources: ['tenable'],
  },
  {
    id: 'browser-extension',
    what: 'The browser extension Kaspersky Protection',
    safeWhen: 'The person agrees.',
    never: false,
    confidence: 'H',
    sources: ['avComparatives'],
  },
  {
    id: 'companion-product',
    what: 'Password Manager, VPN or Safe Kids, which are products of their own',
    safeWhen: 'Through its own uninstaller.',
    never: false,
    confidence: 'H',
    sources: ['customInstaller', 'avArtifacts', 'fieldScripts'],
  },
  {
    id: 'root-certificate',
    what: 'The root certificate in the store of the machine or of a person',
    safeWhen: 'The product is gone, and subject and issuer are exactly the known name.',
    never: false,
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    id: 'security-center-entry',
    what: 'An entry in Windows Security',
    safeWhen: 'Its reporting program does not exist; only that entry.',
    never: false,
    confidence: 'M',
    sources: ['fieldNotes'],
  },
  {
    id: 'folders',
    what: 'Program, data and user folders of the vendor',
    safeWhen: 'After quarantine and password vaults were checked.',
    never: false,
    confidence: 'M',
    sources: ['fieldNotes'],
  },
  {
    id: 'drivers',
    what: 'Driver files and services',
    safeWhen:
      'One by one from the table, after input filters, network filters and encryption were checked.',
    never: false,
    confidence: 'M',
    sources: ['fieldNotes', 'fieldScripts'],
  },
  {
    id: 'windows-update-redirect',
    what: 'Windows Update policy that points at the agent',
    safeWhen: 'The agent is gone.',
    never: false,
    confidence: 'M',
    sources: ['fieldScripts'],
  },
  {
    id: 'tool-data',
    what: 'Data of Virus Removal Tool, logs of the removal tool, traces and dumps of the Endpoint Agent',
    safeWhen: 'The person agrees.',
    never: false,
    confidence: 'H',
    sources: ['kvrtArticle', 'edrOptimumHelp'],
  },
  {
    id: 'legacy-device-keys',
    what: 'Enum\\Root\\LEGACY_KL keys and ghost devices of old Windows',
    safeWhen: 'They are harmless and stay.',
    never: true,
    confidence: 'L',
    sources: ['fieldNotes'],
  },
  {
    id: 'installer-cache',
    what: 'Cached packages in the Installer folder of Windows',
    safeWhen: 'Windows Installer needs them; they are never deleted by hand.',
    never: true,
    confidence: 'H',
    sources: ['msiErrorCodes'],
  },
];
