import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { Program } from '../../../../shared/domain/inventory/programs.ts';
import type { Registry, RegistryKey } from '../../registry/registry.ts';
import { SectionReader } from './reader/section-reader.ts';
import { userHives } from './reader/user-hives.ts';
import { numberOf, textOf } from '../../registry/value-of.ts';

interface Place {
  readonly path: string;
  readonly scope: Program['scope'];
  readonly userSid: string | null;
}

const uninstall = 'Microsoft\\Windows\\CurrentVersion\\Uninstall';

/**
 * All entries of all `Uninstall` keys: both views of the machine and of every user. Entries without a name are
 * listed too. On 32-bit Windows the only view is called `machine64`.
 * Microsoft: win32 docs, "Uninstall Registry Key".
 */
export function collectPrograms(registry: Registry): Inventory['programs'] {
  const reader = new SectionReader(registry);
  const places = [...machinePlaces, ...userHives(reader).flatMap(userPlaces)];
  return reader.section(
    places.flatMap((place) => reader.children(place.path).map((key) => programOf(key, place))),
  );
}

const machinePlaces: readonly Place[] = [
  { path: `HKLM\\SOFTWARE\\${uninstall}`, scope: 'machine64', userSid: null },
  { path: `HKLM\\SOFTWARE\\WOW6432Node\\${uninstall}`, scope: 'machine32', userSid: null },
];

function userPlaces(userSid: string): Place[] {
  return ['Software', 'Software\\WOW6432Node'].map((view) => ({
    path: `HKU\\${userSid}\\${view}\\${uninstall}`,
    scope: 'user',
    userSid,
  }));
}

function programOf(key: RegistryKey, { scope, userSid }: Place): Program {
  return {
    key: key.path,
    keyName: key.name,
    scope,
    userSid,
    displayName: textOf(key, 'DisplayName'),
    displayVersion: textOf(key, 'DisplayVersion'),
    publisher: textOf(key, 'Publisher'),
    installLocation: textOf(key, 'InstallLocation'),
    installDate: textOf(key, 'InstallDate'),
    uninstallString: textOf(key, 'UninstallString'),
    quietUninstallString: textOf(key, 'QuietUninstallString'),
    windowsInstaller: numberOf(key, 'WindowsInstaller') === 1,
    systemComponent: numberOf(key, 'SystemComponent') === 1,
    noRemove: numberOf(key, 'NoRemove') === 1,
    noModify: numberOf(key, 'NoModify') === 1,
  };
}
