import { onTestFinished } from 'vitest';
import { LabMachine, type MachineOptions } from './support/lab-machine.ts';
import { prepare } from './support/prepare.ts';

/** The lab, or why there is none; a spec skips itself with that reason on standard error. */
export const lab = await prepare();
if (!lab.available) process.stderr.write(`Windows lab skipped: ${lab.reason}\n`);

/** A machine that goes away with the test. */
export async function newMachine(options?: MachineOptions): Promise<LabMachine> {
  const machine = await LabMachine.create(options);
  onTestFinished(() => machine.destroy());
  return machine;
}
