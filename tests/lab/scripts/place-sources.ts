import { cp } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LabMachine } from '../support/lab-machine.ts';
import { projectFolder } from '../support/lab-paths.ts';

const target = 'C:\\cutover';

/** What the readers import comes along: the parser of tasks with what it needs itself. */
const placed = [
  'src',
  'tests/lab/scripts',
  'tests/support/section-times.ts',
  'package.json',
  ...[
    'zod',
    'fast-xml-parser',
    'fast-xml-builder',
    '@nodable/entities',
    'is-unsafe',
    'path-expression-matcher',
    'strnum',
    'anynum',
    'xml-naming',
  ].map((name) => `node_modules/${name}`),
];

/** Puts the sources, the scripts of the lab and what they import onto a lab machine; Node runs them as they are. */
export async function placeSources(machine: LabMachine): Promise<void> {
  if (existsSync(machine.toLinux(`${target}\\src`))) return;
  for (const folder of placed) {
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
