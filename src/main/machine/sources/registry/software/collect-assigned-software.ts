import type { Inventory } from '../../../../../shared/domain/inventory.ts';
import type { AssignedSoftware } from '../../../../../shared/domain/inventory/software/assigned-software.ts';
import { tooManyEntries } from '../../../../../shared/domain/too-many-entries.ts';
import type { Registry, RegistryKey } from '../../../registry/registry.ts';
import { textOf } from '../../../registry/value-of.ts';
import { personSid, userHives } from '../reader/user-hives.ts';
import { SectionReader } from '../reader/section-reader.ts';

const groupPolicy = 'Microsoft\\Windows\\CurrentVersion\\Group Policy\\AppMgmt';
const deviceManagement = 'HKLM\\SOFTWARE\\Microsoft\\EnterpriseDesktopAppManagement';
const usualMost = 1_000;

/**
 * Packages of Windows Installer that a group policy or a device management assigns. Where they are loaded from is not
 * recorded. Microsoft: Windows Support Tools, "addiag"; "EnterpriseDesktopAppManagement CSP".
 */
export function collectAssignedSoftware(
  registry: Registry,
  most = usualMost,
): Inventory['assignedSoftware'] {
  const reader = new SectionReader(registry);
  const all = [
    ...byPolicy(reader, `HKLM\\SOFTWARE\\${groupPolicy}`, null),
    ...userHives(reader).flatMap((sid) =>
      byPolicy(reader, `HKU\\${sid}\\Software\\${groupPolicy}`, sid),
    ),
    ...byManagement(reader),
  ];
  if (all.length > most) reader.addGap(tooManyEntries('AppMgmt', most));
  return reader.section(all.slice(0, most));
}

function byPolicy(reader: SectionReader, path: string, userSid: string | null): AssignedSoftware[] {
  return reader.children(path).map((key) => ({
    key: key.path,
    by: 'groupPolicy',
    name: textOf(key, 'Deployment Name'),
    productCode: textOf(key, 'Product ID'),
    policyName: textOf(key, 'GPO Name'),
    userSid,
  }));
}

/** The machine has a place in the list that looks like the identifier of a person and is none. */
function byManagement(reader: SectionReader): AssignedSoftware[] {
  return reader
    .names(deviceManagement)
    .flatMap((owner) =>
      reader
        .children(`${deviceManagement}\\${owner}\\MSI`)
        .map((key) => managed(key, personSid.test(owner) ? owner : null)),
    );
}

function managed({ path, name }: RegistryKey, userSid: string | null): AssignedSoftware {
  return {
    key: path,
    by: 'deviceManagement',
    name: null,
    productCode: name,
    policyName: null,
    userSid,
  };
}
