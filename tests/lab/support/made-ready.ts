import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { buildOnce } from './build-once.ts';
import type { FixtureName } from './fixture-table.ts';
import { LabMachine } from './lab-machine.ts';
import { labCache, supportFolder } from './lab-paths.ts';
import { withLock } from './lock.ts';
import { type AvailableLab, prepare } from './prepare.ts';

/** How a machine is made ready, under a name that stands for all of it. */
export interface Readying {
  readonly name: string;
  readonly work: (machine: LabMachine) => Promise<void>;
}

/** A machine with these products, shut down since they were installed. */
export async function machineWith(products: readonly FixtureName[]): Promise<LabMachine> {
  const name = ['with', ...products].join('-');
  return await machineMadeReady({
    name,
    work: async (machine) => await machine.install(...products),
  });
}

/** A machine on which this has been done, shut down since then. It is done once for all who ask for it. */
export async function machineMadeReady(readying: Readying): Promise<LabMachine> {
  const lab = await prepare();
  if (!lab.available) throw new Error(lab.reason);
  return await LabMachine.create(await ensureImage(lab, readying));
}

async function ensureImage(lab: AvailableLab, { name, work }: Readying): Promise<string> {
  const folder = join(labCache, `images-${await imagesKey(lab)}-${name}`);
  return await withLock(`${folder}.lock`, async () =>
    buildOnce(folder, async (unfinished) => {
      const machine = await LabMachine.copy(lab, lab.template, unfinished);
      await work(machine).catch(async (reason: unknown) => {
        await machine.destroy();
        throw reason;
      });
      await machine.becomeImage();
    }),
  );
}

/** Changes with the template, the products, and whatever of the lab's own code may have a part in it. */
async function imagesKey(lab: AvailableLab): Promise<string> {
  const digest = createHash('sha256').update(lab.template).update(basename(lab.fixtures));
  for (const name of globSync('*.ts', { cwd: supportFolder }).toSorted())
    digest.update(await readFile(join(supportFolder, name)));
  return digest.digest('hex').slice(0, 12);
}
