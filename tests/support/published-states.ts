import type { InventoryFacts } from './inventory-builder.ts';
import { wmiRow } from './protected-machines.ts';

/** What somebody published of a computer of theirs. Properties that the source does not show are left out. */
export interface PublishedState {
  readonly what: string;
  readonly source: string;
  /** Of `MSFT_MpComputerStatus`; null where only the list of Windows Security was published. */
  readonly status: Readonly<Record<string, string | number | boolean>> | null;
  /** Of `AntiVirusProduct`; null where it was not published, as on Windows Server, which has none. */
  readonly rows: InventoryFacts['wmiSecurityProducts'] | null;
  readonly edition: 'client' | 'server';
}

const allOn = {
  AMServiceEnabled: true,
  AntispywareEnabled: true,
  AntivirusEnabled: true,
  BehaviorMonitorEnabled: true,
  IoavProtectionEnabled: true,
} as const;

const nothingRuns = {
  AMRunningMode: 'Not running',
  AMServiceEnabled: false,
  AntispywareEnabled: false,
  AntispywareSignatureAge: 0,
} as const;

export const publishedStates: readonly PublishedState[] = [
  {
    what: 'Windows Server 2022 in the reference of the cmdlet, October 2022',
    source:
      'https://github.com/MicrosoftDocs/windows-powershell-docs/blob/main/docset/winserver2022-ps/defender/Get-MpComputerStatus.md',
    status: {
      ...allOn,
      AMRunningMode: 'Normal',
      AntispywareSignatureAge: 0,
      AntivirusSignatureAge: 0,
      DefenderSignaturesOutOfDate: false,
      IsTamperProtected: true,
      NISEnabled: true,
      OnAccessProtectionEnabled: true,
      ProductStatus: 524_288,
      RealTimeProtectionEnabled: true,
    },
    rows: null,
    edition: 'server',
  },
  {
    what: 'the same reference of 2013, before there was a mode',
    source: 'https://github.com/MicrosoftDocs/windows-powershell-docs/pull/3817',
    status: {
      ...allOn,
      AntispywareSignatureAge: 0,
      AntivirusSignatureAge: 0,
      NISEnabled: false,
      OnAccessProtectionEnabled: true,
      RealTimeProtectionEnabled: true,
    },
    rows: null,
    edition: 'server',
  },
  {
    what: 'a computer of July 2022 without tamper protection',
    source: 'https://pastebin.com/GbCihpg9',
    status: {
      ...allOn,
      AMRunningMode: 'Normal',
      AntivirusSignatureAge: 0,
      DefenderSignaturesOutOfDate: false,
      IsTamperProtected: false,
      NISEnabled: true,
      OnAccessProtectionEnabled: true,
      ProductStatus: 524_288,
    },
    rows: null,
    edition: 'client',
  },
  {
    what: 'Windows Server 2022 Datacenter Azure Edition',
    source: 'https://github.com/glpi-project/glpi-agent/issues/868',
    status: {
      ...allOn,
      AMRunningMode: 'Normal',
      AntispywareSignatureAge: 0,
      AntivirusSignatureAge: 0,
      DefenderSignaturesOutOfDate: false,
      IsTamperProtected: true,
    },
    rows: null,
    edition: 'server',
  },
  {
    what: 'Windows Server 2022 with signatures of two days ago',
    source: 'https://github.com/glpi-project/glpi-agent/issues/565',
    status: {
      AMRunningMode: 'Normal',
      AMServiceEnabled: true,
      AntispywareEnabled: true,
      AntispywareSignatureAge: 2,
      AntivirusEnabled: true,
      AntivirusSignatureAge: 2,
    },
    rows: null,
    edition: 'server',
  },
  {
    what: 'Windows 11 beside Kaspersky Standard',
    source: 'https://github.com/farag2/Sophia-Script-for-Windows/issues/605',
    status: {
      ...nothingRuns,
      AntivirusEnabled: false,
      AntivirusSignatureAge: 65_535,
      BehaviorMonitorEnabled: false,
      DefenderSignaturesOutOfDate: false,
      IoavProtectionEnabled: false,
      IsTamperProtected: false,
    },
    rows: null,
    edition: 'client',
  },
  {
    what: 'another computer with the same trouble',
    source: 'https://github.com/farag2/Sophia-Script-for-Windows/issues/605',
    status: nothingRuns,
    rows: null,
    edition: 'client',
  },
  {
    what: 'a passive host that calls everything on',
    source: 'https://github.com/mondoohq/mql/pull/10381',
    status: {
      AMRunningMode: 'Passive Mode',
      AMServiceEnabled: true,
      AntispywareEnabled: true,
      AntivirusEnabled: true,
      RealTimeProtectionEnabled: true,
    },
    rows: null,
    edition: 'server',
  },
  {
    what: 'EDR in block mode',
    source: 'https://github.com/MicrosoftDocs/microsoft-365-docs/issues/9116',
    status: { AMRunningMode: 'EDR Block Mode' },
    rows: null,
    edition: 'client',
  },
  {
    what: 'Bitdefender, with Microsoft Defender standing down',
    source:
      'https://github.com/prakashchand72/All-Hack-Notes/blob/1412406ad3fa869ca97733165dea7b92be0e22da/Red-Teaming-Stuffs/README.md',
    status: { RealTimeProtectionEnabled: false },
    rows: [wmiRow('Bitdefender Antivirus', 266_240), wmiRow('Windows Defender', 393_472)],
    edition: 'client',
  },
  {
    what: 'Windows 10 22H2 with Microsoft Defender alone',
    source: 'https://github.com/ciwen3/PNPT/blob/main/Windows/AV-Check.md',
    status: null,
    rows: [wmiRow('Windows Defender', 397_568)],
    edition: 'client',
  },
];
