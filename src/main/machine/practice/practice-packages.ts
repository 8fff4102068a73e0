import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import {
  driverPackages,
  type DriverPackage,
} from '../../../shared/domain/inventory/software/driver-packages.ts';
import { readSection } from '../../../shared/domain/section.ts';
import { writing } from '../../disk/cannot-write.ts';
import type { PackageControl } from '../windows/perform/quarantine-control.ts';
import { isSame } from './recorded-paths.ts';

const fileNotFound = 2;

/** The driver store of a recorded computer. A copy of a package is what was recorded of it. */
export function practicePackages(
  inventory: () => Inventory,
  change: (inventory: Inventory) => void,
): PackageControl {
  const all = () => inventory().driverPackages.items;
  const set = (items: readonly DriverPackage[]) => {
    const now = inventory();
    change({ ...now, driverPackages: readSection([...items], now.driverPackages.gaps) });
    return 0;
  };
  const isStored = (store: string) => all().some((each) => isSame(each.store ?? '', store));
  return {
    at(inf) {
      const now = all().find((each) => isSame(each.inf, inf));
      if (now === undefined) return { value: null };
      const { store } = now;
      return store === null ? { code: fileNotFound } : { value: { ...now, store, folder: store } };
    },
    isStored,
    copy(folder, to) {
      const recorded = all().find(({ store }) => store !== null && isSame(store, folder));
      writing(to, () => {
        mkdirSync(to);
        writeFileSync(join(to, 'package.json'), JSON.stringify(recorded));
      });
      return 0;
    },
    drop: (inf) => set(all().filter((each) => !isSame(each.inf, inf))),
    add: (folder) =>
      set([
        ...all(),
        driverPackages
          .item(z)
          .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))),
      ]),
  };
}
