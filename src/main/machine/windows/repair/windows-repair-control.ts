import { lstatSync } from 'node:fs';
import type { RegistryTree } from '../../../../shared/domain/repair-actions.ts';
import { parseCertificateBlob } from '../../formats/certificate/parse-certificate-blob.ts';
import { readCertificate } from '../../formats/certificate/read-certificate.ts';
import { readVariables } from '../../registry/read-variables.ts';
import { resolveImagePath } from '../../registry/resolve-image-path.ts';
import { numberOf, textOf } from '../../registry/value-of.ts';
import { collectClassFilters } from '../../sources/registry/collect-class-filters.ts';
import { collectDeviceFilters } from '../../sources/registry/collect-device-filters.ts';
import { collectNetworkAdapters } from '../../sources/registry/network/collect-network-adapters.ts';
import { collectNetworkComponents } from '../../sources/registry/collect-network-components.ts';
import {
  deleteRawValue,
  deleteRegistryTree,
  readRawValue,
  readRegistryTree,
  writeRawValue,
  writeRegistryTree,
} from '../ffi/registry-tree.ts';
import { createDriverService, deleteService, serviceStatus } from '../ffi/service-control.ts';
import type { Asked } from '../perform/defender-control.ts';
import type { CertificatePlace, DriverEntry, RepairControl } from '../perform/repair-control.ts';
import { withRestorePrivilege } from '../system/backup-privilege.ts';
import { reachSettings, withSettings } from './person-settings.ts';
import { isAbsent } from '../system/windows-gap.ts';
import { WindowsRegistry } from '../system/windows-registry.ts';

export const windowsRepairControl: RepairControl = {
  readValue: readRawValue,
  writeValue: writeRawValue,
  deleteValue: deleteRawValue,
  driver,
  placesNaming,
  driverTree: (name) => readRegistryTree(keyOfService(name)),
  deleteDriver(name) {
    const code = deleteService(name);
    // What only the registry has, the service manager does not know.
    return code === noSuchService ? deleteRegistryTree(keyOfService(name)) : code;
  },
  createDriver(name, tree) {
    const code = createDriverService(name, configIn(tree, name));
    return code === 0 ? writeTree(keyOfService(name), tree) : code;
  },
  reachSettings,
  certificateTree: (place) =>
    withSettings<Asked<RegistryTree | null>>(keyOfCertificate(place), readRegistryTree, (code) => ({
      code,
    })),
  thumbprintOf(tree) {
    const der = parseCertificateBlob(bytesIn(tree, 'Blob'));
    return der === null ? null : (readCertificate(der)?.thumbprint ?? null);
  },
  deleteCertificate: (place) => change(place, deleteRegistryTree),
  createCertificate: (place, tree) => change(place, (key) => writeTree(key, tree)),
};

function change(place: CertificatePlace, work: (key: string) => number): number {
  return withSettings(keyOfCertificate(place), work, (code) => code);
}

/** Owner and access list of whoever had it are written back with it. */
function writeTree(key: string, tree: RegistryTree): number {
  return withRestorePrivilege(() => writeRegistryTree(key, tree));
}

const noSuchService = 1060;
const accessDenied = 5;

function keyOfService(name: string): string {
  return `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`;
}

/** Microsoft: win32 docs, "System Store Locations". */
function keyOfCertificate({ thumbprint, userSid }: CertificatePlace): string {
  const root = userSid === null ? 'HKLM' : `HKU\\${userSid}`;
  return `${root}\\SOFTWARE\\Microsoft\\SystemCertificates\\Root\\Certificates\\${thumbprint}`;
}

const driverTypes: readonly (number | null)[] = [1, 2];
const disabled = 4;

function driver(name: string): Asked<DriverEntry | null> {
  const registry = new WindowsRegistry();
  const key = registry.readKey(keyOfService(name));
  if (!key.found) return key.gap === null ? { value: null } : { code: accessDenied };
  const isDriver = driverTypes.includes(numberOf(key.value, 'Type'));
  const imagePath = textOf(key.value, 'ImagePath');
  const file = resolveImagePath({
    name,
    isDriver,
    imagePath,
    variables: readVariables(registry),
  });
  const state = serviceStatus(name);
  return {
    value: {
      isDriver,
      imagePath,
      imageExists: file === null ? null : exists(file),
      isDone:
        numberOf(key.value, 'Start') === disabled || (numberOf(key.value, 'DeleteFlag') ?? 0) !== 0,
      running: 'value' in state && state.value !== 'stopped',
    },
  };
}

function exists(path: string): boolean | null {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    return isAbsent(error) ? false : null;
  }
}

function placesNaming(name: string): readonly string[] | null {
  const registry = new WindowsRegistry();
  const [classes, devices] = [collectClassFilters(registry), collectDeviceFilters(registry)];
  const [components, adapters] = [
    collectNetworkComponents(registry),
    collectNetworkAdapters(registry),
  ];
  if ([classes, devices, components, adapters].some(({ gaps }) => gaps.length > 0)) return null;
  const isIt = (each: string | null) => each?.toLowerCase() === name.toLowerCase();
  return [
    ...classes.items.filter((each) => listed(each).some(isIt)).map(({ classGuid }) => classGuid),
    ...devices.items.filter((each) => listed(each).some(isIt)).map(({ instanceId }) => instanceId),
    ...components.items
      .filter(({ service }) => isIt(service))
      .map(({ componentId }) => componentId),
    ...adapters.items
      .filter(({ upperBind }) => upperBind.some(isIt))
      .map(({ adapterId }) => adapterId),
  ];
}

interface Lists {
  readonly upperFilters: readonly string[];
  readonly lowerFilters: readonly string[];
}

function listed({ upperFilters, lowerFilters }: Lists): readonly string[] {
  return [...upperFilters, ...lowerFilters];
}

function configIn(tree: RegistryTree, name: string) {
  const number = (value: string, otherwise: number) => {
    const bytes = bytesIn(tree, value);
    return bytes.length === 4 ? bytes.readUInt32LE(0) : otherwise;
  };
  const path = bytesIn(tree, 'ImagePath').toString('utf16le').replace(/\0.*$/s, '');
  return {
    type: number('Type', 1),
    start: number('Start', disabled),
    errorControl: number('ErrorControl', 0),
    imagePath: path === '' ? `System32\\drivers\\${name}.sys` : path,
  };
}

function bytesIn(tree: RegistryTree, name: string): Buffer {
  const own = tree.find(({ path }) => path === '');
  const value = own?.values.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return Buffer.from(value?.data ?? '', 'hex');
}
