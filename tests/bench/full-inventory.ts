import type { Inventory } from '../../src/shared/domain/inventory.ts';
import { inventoryOf, type InventoryFacts } from '../support/inventory-builder.ts';
import { home, office, programFiles, vendorRoot, vpn } from '../support/kaspersky-machines.ts';

/** An ordinary full computer; `inventory` multiplies everything but the vendor's products. */
export const oneComputer = {
  programs: 300,
  services: 400,
  processes: 250,
  vendorKeys: 500,
  folderEntries: 1000,
  files: 100,
  scheduledTasks: 200,
  certificates: 60,
} as const;

/**
 * An inventory with the products of a home user and of an office on it, among `times` as many ordinary things and
 * as large trees of the vendor as {@link oneComputer} has.
 */
export function fullInventory(times = 1): Inventory {
  const facts = [home, vpn, office, ordinary(times), vendorTrees(times)];
  const all = (name: keyof InventoryFacts) =>
    facts.flatMap((each) => (each[name] ?? []) as readonly unknown[]);
  const names = [
    ...new Set(facts.flatMap((each) => Object.keys(each) as (keyof InventoryFacts)[])),
  ];
  return inventoryOf(Object.fromEntries(names.map((name) => [name, all(name)])));
}

const publishers = [
  'Microsoft Corporation',
  'Mozilla',
  'Adobe',
  'JetBrains s.r.o.',
  'ООО «Ромашка»',
  '株式会社サンプル',
];
const nouns = [
  'Photo Editor',
  'Runtime',
  'Driver Package',
  'Средство просмотра',
  '文書作成ソフト',
  'Key Manager',
  'Kiosk',
];

function ordinary(times: number): InventoryFacts {
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count * times }, (_, index) => make(index));
  return {
    programs: many(oneComputer.programs, (index) => ({
      keyName:
        index % 3 === 0
          ? `{5A1F0E2C-7B44-4C0D-9E11-${String(index).padStart(12, '0')}}`
          : `App${index}_is1`,
      displayName: `${pick(nouns, index)} ${index}`,
      displayVersion: `${index % 30}.${index % 7}.0`,
      publisher: pick(publishers, index),
      installLocation: folder(index),
      uninstallString: `"${folder(index)}\\unins000.exe" /SILENT`,
      scope: index % 2 === 0 ? 'machine64' : 'machine32',
    })),
    services: many(oneComputer.services, (index) => ({
      name: `${index % 4 === 0 ? 'kb' : 'Svc'}Driver${index}`,
      displayName: `${pick(nouns, index)} Service ${index}`,
      kind: index % 2 === 0 ? 'service' : 'kernelDriver',
      imageFile:
        index % 2 === 0
          ? `${folder(index)}\\service.exe`
          : `C:\\Windows\\System32\\drivers\\drv${index}.sys`,
    })),
    processes: many(oneComputer.processes, (index) => ({
      name: `app${index}.exe`,
      path: `${folder(index)}\\app${index}.exe`,
    })),
    files: many(oneComputer.files, (index) => ({
      path: `${folder(index)}\\service.exe`,
      companyName: pick(publishers, index),
    })),
    scheduledTasks: many(oneComputer.scheduledTasks, (index) => ({
      path: `\\Vendor\\Task ${index}`,
      actions: [{ execute: `"${folder(index)}\\updater.exe"`, arguments: '/quiet' }],
    })),
    certificates: many(oneComputer.certificates, (index) => ({
      subject: `CN=Root ${index}, O=Trust Services`,
    })),
  };
}

function folder(index: number): string {
  return `C:\\Program Files\\${pick(publishers, index)}\\App ${index}`;
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

function vendorTrees(times: number): InventoryFacts {
  const keys = Array.from({ length: oneComputer.vendorKeys * times }, (_, index) => ({
    key: `${vendorRoot}\\AVP21.25\\profiles\\Group ${index % 40}\\Item ${index}`,
    values: { enabled: index % 2, installed: 1, Folder: `C:\\ProgramData\\Item ${index}` },
  }));
  const entries = Array.from(
    { length: oneComputer.folderEntries * times },
    (_, index) => `${programFiles}\\Kaspersky 21.25\\component ${index % 50}\\module${index}.dll`,
  );
  return { vendorKeys: keys, vendorFolders: [{ path: programFiles, entries }] };
}
