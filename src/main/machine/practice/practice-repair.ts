import { z } from 'zod';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { certificates } from '../../../shared/domain/inventory/certificates.ts';
import type { DeviceFilter } from '../../../shared/domain/inventory/device-filters.ts';
import { services, type Service } from '../../../shared/domain/inventory/services.ts';
import type { RegistryTree } from '../../../shared/domain/repair-actions.ts';
import { multiString, textsOf } from '../../../shared/windows/multi-string.ts';
import type { CertificatePlace, RepairControl } from '../windows/perform/repair-control.ts';
import { changesSchema, type Changes } from './computers/practice-computer.ts';

/** What mending asks of a recorded computer; numbers are Windows errors, as on a real one. */
export function practiceRepair(
  inventory: () => Inventory,
  change: (changes: Changes) => void,
): RepairControl {
  const put = (items: Changes['put']) => {
    change({ remove: {}, put: items });
    return 0;
  };
  const setList = (key: string, list: string, names: readonly string[]) => {
    const found = placeOf(inventory(), key);
    if (found === null) return fileNotFound;
    const lists = {
      ...found.item,
      [list === 'UpperFilters' ? 'upperFilters' : 'lowerFilters']: names,
    };
    return put(changesSchema.shape.put.unwrap().parse({ [found.section]: [lists] }));
  };
  return {
    readValue: (key, name) => ({ value: listIn(inventory(), key, name) }),
    writeValue: (key, name, { data }) => setList(key, name, textsOf(data)),
    deleteValue: (key, name) => setList(key, name, []),
    driver: (name) => ({ value: driverIn(inventory(), name) }),
    placesNaming: (name) => placesNaming(inventory(), name),
    driverTree: (name) => ({ value: treeOf(serviceIn(inventory(), name)) }),
    deleteDriver(name) {
      change(changesSchema.parse({ remove: { services: [name] } }));
      return 0;
    },
    createDriver: (_name, tree) => put({ services: [services.item(z).parse(itemIn(tree))] }),
    reachSettings: (userSid) =>
      inventory().profiles.items.some(({ sid }) => sid === userSid) ? 0 : fileNotFound,
    certificateTree: (place) => ({
      value: treeOf(inventory().certificates.items.find((each) => isAt(each, place))),
    }),
    thumbprintOf: (tree) => certificates.item(z).parse(itemIn(tree)).thumbprint,
    deleteCertificate(place) {
      const others = sameCertificate(inventory(), place).filter((each) => !isAt(each, place));
      const remove = { certificates: [place.thumbprint] };
      change(changesSchema.parse({ remove, put: { certificates: others } }));
      return 0;
    },
    createCertificate: (place, tree) =>
      put({
        certificates: [
          ...sameCertificate(inventory(), place),
          certificates.item(z).parse(itemIn(tree)),
        ],
      }),
  };
}

const fileNotFound = 2;

/** The item of a recorded computer in place of what the registry of a real one has. */
function treeOf(item: object | undefined): RegistryTree | null {
  if (item === undefined) return null;
  const data = Buffer.from(JSON.stringify(item)).toString('hex');
  return [{ path: '', values: [{ name: 'recorded', type: 0, data }] }];
}

function itemIn(tree: RegistryTree): unknown {
  return JSON.parse(Buffer.from(tree[0]?.values[0]?.data ?? '', 'hex').toString());
}

function placeOf({ classFilters, deviceFilters }: Inventory, key: string) {
  const [, guid, device] = /\\(?:Control\\Class\\([^\\]+)|Enum\\(.+))$/i.exec(key) ?? [];
  const ofClass = classFilters.items.find(({ classGuid }) => isSame(classGuid, guid));
  if (ofClass !== undefined) return { section: 'classFilters', item: ofClass } as const;
  const ofDevice = deviceFilters.items.find(({ instanceId }) => isSame(instanceId, device));
  return ofDevice === undefined ? null : ({ section: 'deviceFilters', item: ofDevice } as const);
}

function listIn(inventory: Inventory, key: string, list: string) {
  const item = placeOf(inventory, key)?.item;
  const names = (list === 'UpperFilters' ? item?.upperFilters : item?.lowerFilters) ?? [];
  return names.length === 0 ? null : { type: multiStringType, data: multiString(names) };
}

const multiStringType = 7;

function serviceIn(inventory: Inventory, name: string): Service | undefined {
  return inventory.services.items.find((each) => isSame(each.name, name));
}

function driverIn(inventory: Inventory, name: string) {
  const service = serviceIn(inventory, name);
  if (service === undefined) return null;
  const { kind, imagePath, imageExists, start, markedForDeletion, state } = service;
  return {
    isDriver: kind === 'kernelDriver' || kind === 'fileSystemDriver',
    imagePath,
    imageExists,
    isDone: start === 'disabled' || markedForDeletion === true,
    running: state === 'running',
  };
}

function placesNaming(
  { classFilters, deviceFilters, networkComponents, networkAdapters }: Inventory,
  name: string,
): readonly string[] {
  const names = ({
    upperFilters,
    lowerFilters,
  }: Pick<DeviceFilter, 'upperFilters' | 'lowerFilters'>) =>
    [...upperFilters, ...lowerFilters].some((each) => isSame(each, name));
  return [
    ...classFilters.items.filter(names).map(({ classGuid }) => classGuid),
    ...deviceFilters.items.filter(names).map(({ instanceId }) => instanceId),
    ...networkComponents.items
      .filter(({ service }) => isSame(service ?? '', name))
      .map(({ componentId }) => componentId),
    ...networkAdapters.items
      .filter(({ upperBind }) => upperBind.some((each) => isSame(each, name)))
      .map(({ adapterId }) => adapterId),
  ];
}

function sameCertificate({ certificates: { items } }: Inventory, { thumbprint }: CertificatePlace) {
  return items.filter((each) => each.thumbprint === thumbprint);
}

function isAt(
  certificate: Inventory['certificates']['items'][number],
  { thumbprint, userSid }: CertificatePlace,
): boolean {
  return (
    certificate.thumbprint === thumbprint &&
    certificate.userSid === userSid &&
    certificate.firefoxProfile === null
  );
}

function isSame(one: string, other: string | undefined): boolean {
  return one.toLowerCase() === other?.toLowerCase();
}
