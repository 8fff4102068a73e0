import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { LabMachine } from './lab-machine.ts';
import type { FixtureName } from './fixture-table.ts';
import { machineWith } from './made-ready.ts';
import { prepare } from './prepare.ts';

const lab = await prepare();
if (!lab.available) process.stderr.write(`Windows lab skipped: ${lab.reason}\n`);

/** What this computer's lab is; `undefined` where it cannot be had. */
export const availableLab = lab.available ? lab : undefined;

/** For `describe.skipIf`: tests that need the lab are skipped, never passed, where it cannot be had. */
export const noLab = availableLab === undefined;

/** For `describe.skipIf`: tests that need 32-bit Windows programs as well. */
export const no32Bit = availableLab?.wine.runs32Bit !== true;

/** A machine with these products, shut down since they were installed. It is deleted when the test ends. */
export async function newMachine(...products: readonly FixtureName[]): Promise<LabMachine> {
  const machine = await create(products);
  onTestFinished(() => machine.destroy());
  return machine;
}

/** One machine for all tests of a group, for those that only read or tidy up after themselves. */
export function sharedMachine(...products: readonly FixtureName[]): () => LabMachine {
  let machine: LabMachine | undefined;
  beforeAll(async () => {
    machine = await create(products);
  });
  afterAll(async () => await machine?.destroy());
  return () => {
    if (machine === undefined) throw new Error('The machine is there while tests run.');
    return machine;
  };
}

async function create(products: readonly FixtureName[]): Promise<LabMachine> {
  return products.length > 0 ? await machineWith(products) : await LabMachine.create();
}

/** Removes a Windows Installer product quietly and returns the exit code. */
export async function removeProduct(
  machine: LabMachine,
  code: string,
  properties = '',
): Promise<number | null> {
  const { exitCode } = await machine.run('msiexec.exe', ['/x', code, '/qn', properties], {
    verbatim: true,
  });
  return exitCode;
}

/** State of a service in the words of `sc query`, `undefined` if there is no such service. */
export async function serviceState(machine: LabMachine, name: string): Promise<string | undefined> {
  const { stdout } = await machine.run('sc.exe', ['query', name]);
  return /STATE\s*:\s*\d+\s+(\w+)/.exec(stdout)?.[1];
}
