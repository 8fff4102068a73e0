import { bundleScripts } from './lab-scripts.ts';
import { prepare, removeAbandonedMachines } from './prepare.ts';

/** Vitest calls this once before the lab's specs, so that the first spec does not pay for building the lab. */
export default async function setup(): Promise<void> {
  const lab = await prepare();
  await removeAbandonedMachines();
  if (lab.available) await bundleScripts();
  const notes = lab.available ? lab.skipped : [`all skipped. ${lab.reason}`];
  for (const note of notes) process.stderr.write(`Windows lab: ${note}\n`);
}
