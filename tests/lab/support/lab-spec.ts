import { onTestFinished } from 'vitest';
import { LabMachine, type MachineOptions } from './lab-machine.ts';
import { prepare } from './prepare.ts';

const lab = await prepare();
if (!lab.available) process.stderr.write(`Windows lab skipped: ${lab.reason}\n`);

/** What this computer's lab is; `undefined` where it cannot be had. */
export const availableLab = lab.available ? lab : undefined;

/** For `describe.skipIf`: tests that need the lab are skipped, never passed, where it cannot be had. */
export const noLab = availableLab === undefined;

/** For `describe.skipIf`: tests that need 32-bit Windows programs as well. */
export const no32Bit = availableLab?.wine.runs32Bit !== true;

/** A machine that is deleted when the test ends. */
export async function newMachine(options?: MachineOptions): Promise<LabMachine> {
  const machine = await LabMachine.create(options);
  onTestFinished(() => machine.destroy());
  return machine;
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
