import { cp, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LabMachine } from '../support/lab-machine.ts';
import { projectFolder } from '../support/lab-paths.ts';

/** Puts an installed package and all that it depends on onto a lab machine, where the sources find it. */
export async function placePackage(machine: LabMachine, name: string): Promise<void> {
  const source = join(projectFolder, 'node_modules', name);
  const target = machine.toLinux(`C:\\cutover\\node_modules\\${name.replaceAll('/', '\\')}`);
  if (existsSync(target)) return;
  await cp(source, target, { recursive: true });
  const description = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  for (const needed of Object.keys(description.dependencies ?? {}))
    await placePackage(machine, needed);
}
