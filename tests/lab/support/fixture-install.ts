import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packageFile } from './fixture-build.ts';
import { type Fixture, type FixtureName, fixtureRows } from './fixture-table.ts';
import type { LabMachine } from './lab-machine.ts';

/** Puts a fixture on a machine the way its product gets there: by its package, then what the product writes itself. */
export async function installFixture(machine: LabMachine, name: FixtureName): Promise<void> {
  const fixture = fixtureRows[name];
  const built = join(machine.lab.fixtures, name);
  if (fixture.bits === 32 && !machine.lab.wine.runs32Bit)
    throw new Error(`${name} is a 32-bit product; this Wine runs none`);
  if (fixture.package !== undefined) await runPackage(machine, name, fixture);
  for (const [path, content] of Object.entries(fixture.places ?? {}))
    await place(machine, built, path, content);
  if (name === 'profile')
    await place(machine, built, 'C:\\users\\olga\\NTUSER.DAT', { file: 'NTUSER.DAT' });
  for (const file of ['machine.reg', 'root.reg']) {
    if (existsSync(join(built, file)))
      await machine.importReg(await readFile(join(built, file), 'utf8'));
  }
  if (fixture.registers !== undefined) await register(machine, built, fixture.registers);
  if (fixture.addsServices === true) await machine.stop();
}

async function runPackage(machine: LabMachine, name: FixtureName, fixture: Fixture): Promise<void> {
  const file = `L:\\${name}\\${packageFile(fixture)}`;
  const result =
    fixture.package === 'nsis'
      ? await machine.run(file, ['/S'])
      : await machine.run('msiexec.exe', ['/i', file, '/qn']);
  if (result.exitCode !== 0) throw new Error(`installing ${name} ended with ${result.exitCode}`);
}

async function place(
  machine: LabMachine,
  built: string,
  path: string,
  content: { readonly file: string } | { readonly text: string },
): Promise<void> {
  const target = machine.toLinux(path);
  await mkdir(dirname(target), { recursive: true });
  // A file of the template may be shared with other machines: replace it, never write into it.
  await rm(target, { force: true });
  if ('file' in content) await copyFile(join(built, content.file), target);
  else await writeFile(target, content.text);
}

async function register(machine: LabMachine, built: string, file: string): Promise<void> {
  const path = `C:\\lab\\${file}`;
  await place(machine, built, path, { file });
  const { exitCode } = await machine.run('regsvr32.exe', ['/s', path]);
  if (exitCode !== 0) throw new Error(`${file} did not register: ${exitCode}`);
}
