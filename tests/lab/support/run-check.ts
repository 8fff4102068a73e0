import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LabMachine } from './lab-machine.ts';
import { supportFolder } from './lab-paths.ts';

/** Asks Windows something the tests do not ask through the program: runs a script of `support/windows`. */
export async function runCheck(
  machine: LabMachine,
  script: string,
  ...args: string[]
): Promise<unknown> {
  await machine.writeFile(
    `C:\\cutover\\${script}`,
    await readFile(join(supportFolder, 'windows', script)),
  );
  const { stdout, stderr } = await machine.node([`C:\\cutover\\${script}`, ...args]);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
