import { cp } from 'node:fs/promises';
import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import type { LabMachine } from './lab-machine.ts';
import { projectFolder } from './lab-paths.ts';
import type { RunResult } from './running-program.ts';

const bundles = join(projectFolder, 'out', 'lab');
const target = 'C:\\cutover\\scripts';

/** Bundles what the lab runs on its machines like the program itself: Node under Wine is slow with single files. */
export async function bundleScripts(): Promise<void> {
  const scripts = globSync('tests/lab/scripts/*.ts', { cwd: projectFolder });
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: bundles,
      target: 'node24',
      rolldownOptions: {
        input: Object.fromEntries(scripts.map((path) => [basename(path, '.ts'), path])),
        external: ['koffi'],
      },
    },
  });
}

/** Where a script of the lab lies on a machine; it is put there first. */
export async function placedScript(machine: LabMachine, name: string): Promise<string> {
  const folder = machine.toLinux(target);
  if (!existsSync(folder)) await cp(bundles, folder, { recursive: true });
  return `${target}\\${name}.js`;
}

/** Runs a script of the lab on a machine. */
export async function runScriptFile(
  machine: LabMachine,
  name: string,
  input: unknown = {},
): Promise<RunResult> {
  const script = await placedScript(machine, name);
  return await machine.node([script], { stdin: JSON.stringify(input), timeoutMs: 60_000 });
}

/** The same, and takes its output for JSON. */
export async function runScript(
  machine: LabMachine,
  name: string,
  input: unknown = {},
): Promise<unknown> {
  const result = await runScriptFile(machine, name, input);
  if (result.exitCode !== 0)
    throw new Error(`${name} ended with ${result.exitCode}: ${result.stderr}`);
  return JSON.parse(result.stdout);
}
