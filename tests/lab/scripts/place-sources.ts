import { cp } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LabMachine } from '../support/lab-machine.ts';
import { projectFolder } from '../support/lab-paths.ts';

const target = 'C:\\cutover';

/** Puts the sources, the scripts of the lab and what they import onto a lab machine; Node runs them as they are. */
export async function placeSources(machine: LabMachine): Promise<void> {
  if (existsSync(machine.toLinux(`${target}\\src`))) return;
  for (const folder of ['src', 'tests/lab/scripts', 'node_modules/zod', 'package.json']) {
    const windowsPath = `${target}\\${folder.replaceAll('/', '\\')}`;
    await cp(join(projectFolder, folder), machine.toLinux(windowsPath), { recursive: true });
  }
}

/** Runs a script of the lab on a machine and takes its output for JSON. */
export async function runScript(
  machine: LabMachine,
  name: string,
  input: unknown = {},
): Promise<unknown> {
  await placeSources(machine);
  const script = `${target}\\tests\\lab\\scripts\\${name}.ts`;
  const result = await machine.node([script], { stdin: JSON.stringify(input), timeoutMs: 60_000 });
  if (result.exitCode !== 0)
    throw new Error(`${name} ended with ${result.exitCode}: ${result.stderr}`);
  return JSON.parse(result.stdout);
}
