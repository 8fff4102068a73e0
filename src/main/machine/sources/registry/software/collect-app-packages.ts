import type { Inventory } from '../../../../../shared/domain/inventory.ts';
import type { AppPackage } from '../../../../../shared/domain/inventory/software/app-packages.ts';
import type { Registry } from '../../../registry/registry.ts';
import { SectionReader } from '../reader/section-reader.ts';
import { mentions } from '../reader/mentions.ts';

const store = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Appx\\AppxAllUserStore';

/**
 * Apps of the Store kind in whose name one of the hints stands, for everybody and for each person. The registry of the
 * machine lists them for all; Microsoft names the place in "Remove built-in apps from Windows images".
 */
export function collectAppPackages(
  registry: Registry,
  hints: readonly string[],
): Inventory['appPackages'] {
  const reader = new SectionReader(registry);
  const people = reader.names(store).filter((name) => /^S-1-\d/i.test(name));
  const lists = [
    { path: `${store}\\Applications`, userSid: null },
    ...people.map((sid) => ({ path: `${store}\\${sid}`, userSid: sid })),
  ];
  const isHinted = (name: string) => mentions(name, hints);
  return reader.section(
    lists.flatMap(({ path, userSid }) =>
      reader
        .names(path)
        .filter(isHinted)
        .map((fullName): AppPackage => ({ key: `${path}\\${fullName}`, fullName, userSid })),
    ),
  );
}
