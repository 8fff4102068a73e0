import type { AntivirusRow } from '../../src/main/catalog/antivirus-products.ts';
import type { DefenderStatus } from '../../src/shared/domain/inventory/defender-status.ts';
import type { WmiSecurityProduct } from '../../src/shared/domain/inventory/wmi-security-products.ts';
import { signedBy, type InventoryFacts } from './inventory-builder.ts';

const engine = 'C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18.1-0\\MsMpEng.exe';

/** A row of `root\SecurityCenter2`. */
export function wmiRow(displayName: string, productState: number): WmiSecurityProduct {
  return {
    provider: 'antivirus',
    displayName,
    productState,
    reportingPath: null,
    productPath: null,
    guid: null,
    timestamp: null,
  };
}

/** What a healthy Defender reports; `change` replaces single properties, null leaves one out. */
export function defenderStatus(
  change: Readonly<Record<string, string | number | boolean | null>> = {},
): readonly DefenderStatus[] {
  const facts = {
    AMRunningMode: 'Normal',
    AMServiceEnabled: true,
    AntivirusEnabled: true,
    RealTimeProtectionEnabled: true,
    OnAccessProtectionEnabled: true,
    DefenderSignaturesOutOfDate: false,
    AntivirusSignatureAge: 1,
    ...change,
  };
  return Object.entries(facts).flatMap(([name, data]) => (data === null ? [] : [{ name, data }]));
}

export const defenderService = {
  services: [{ name: 'WinDefend', imageFile: engine }],
  files: [{ path: engine, signature: signedBy('Microsoft Corporation') }],
} satisfies InventoryFacts;

/** Client Windows that Microsoft Defender protects. */
export const defenderAtWork = {
  ...defenderService,
  securityProducts: [{ name: 'Windows Defender', reportingPath: 'windowsdefender://' }],
  wmiSecurityProducts: [wmiRow('Windows Defender', 397_568)],
  defenderStatus: defenderStatus(),
} satisfies InventoryFacts;

/** Client Windows on which a product of the catalog is on, with a service of its own and its own signature. */
export function productAtWork(row: AntivirusRow): InventoryFacts {
  const name = `${row.securityNames[0] ?? row.name} Something`;
  const folder = `C:\\Program Files\\${row.id}`;
  const program = `${folder}\\report.exe`;
  const service = row.services[0] ?? 'UnknownService';
  const imageFile = `${folder}\\service.exe`;
  const signature = signedBy(`${row.signers[0]} Ltd.`);
  return {
    securityProducts: [{ name, reportingPath: program }],
    wmiSecurityProducts: [wmiRow(name, 0x041000)],
    services: [{ name: service, imageFile }],
    files: [
      { path: program, signature },
      { path: imageFile, signature },
    ],
  };
}
