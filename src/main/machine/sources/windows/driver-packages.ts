import { basename } from 'node:path/win32';
import type { DriverPackage } from '../../../../shared/domain/inventory/software/driver-packages.ts';
import type { Inventory } from '../../../../shared/domain/inventory.ts';
import { unreadableSection } from '../../../../shared/domain/section.ts';
import { controlSetPath } from '../../registry/control-set-path.ts';
import type { Registry } from '../../registry/registry.ts';
import { textOf } from '../../registry/value-of.ts';
import { storeFolderOf } from '../../windows/ffi/setupapi.ts';
import { win32 } from '../../windows/ffi/win32-error.ts';
import { packageSigners } from '../../windows/files/package-signers.ts';
import { packageInfs, type PackageInf } from '../../windows/files/package-infs.ts';
import { windowsGap } from '../../windows/system/windows-gap.ts';
import { collectNetworkComponents } from '../registry/collect-network-components.ts';
import { mentions } from '../registry/reader/mentions.ts';
import { SectionReader } from '../registry/reader/section-reader.ts';

/** Packages of drivers whose maker one of the hints names, and what uses them. */
export function collectDriverPackages(
  registry: Registry,
  hints: readonly string[],
): Inventory['driverPackages'] {
  const infs = packageInfs(hints);
  const reader = new SectionReader(registry);
  if (infs === null) return unreadableSection(windowsGap('%windir%\\INF', win32.accessDenied));
  const found = infs.filter(({ facts }) => mentions(facts.provider, hints));
  // Most computers have none, and there are hundreds of devices.
  return reader.section(found.length === 0 ? [] : describePackages(registry, found));
}

/** What Windows has of packages, and what was installed from them; `locate` tells where one lies in the driver store. */
export function describePackages(
  registry: Registry,
  packages: readonly PackageInf[],
  locate: typeof storeFolderOf = storeFolderOf,
): DriverPackage[] {
  const users = usersOf(registry, packages);
  return packages.map(({ name, facts: { provider, className, services } }) => {
    const folder = locate(name);
    const signers = folder === null ? null : packageSigners(folder);
    return {
      inf: name,
      store: folder === null ? null : basename(folder),
      provider,
      signers: signers === null ? null : [...signers],
      className,
      services: [...services],
      usedBy: users?.get(name) ?? (users === null ? null : []),
    };
  });
}

/**
 * What was installed from each of them: devices, whose settings name the file (Microsoft: driver docs, "Registry Trees and Keys
 * for Devices and Drivers"), and parts of the network, by their identifier; null where not all of them could be read.
 */
function usersOf(
  registry: Registry,
  packages: readonly PackageInf[],
): ReadonlyMap<string, string[]> | null {
  const reader = new SectionReader(registry);
  const root = controlSetPath(registry, 'Control\\Class');
  // Beside the numbered keys lies one that not even administrators may open.
  const devices = reader.names(root).flatMap((guid) =>
    reader
      .names(`${root}\\${guid}`)
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => reader.key(`${root}\\${guid}\\${name}`) ?? []),
  );
  const network = collectNetworkComponents(registry);
  if (reader.section(devices).gaps.length > 0 || network.gaps.length > 0) return null;
  return new Map(
    packages.map(({ name, facts }) => [
      name,
      [
        ...devices
          .filter((device) => isSame(textOf(device, 'InfPath'), name))
          .map((device) => textOf(device, 'DriverDesc') ?? device.path),
        ...network.items
          .filter(({ componentId }) => facts.hardwareIds.some((id) => isSame(id, componentId)))
          .map(({ description, componentId }) => description ?? componentId),
      ],
    ]),
  );
}

function isSame(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
