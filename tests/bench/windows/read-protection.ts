/**
 * Runs on the Windows of the lab: everything that the verdict on protection is made from, read together, and each
 * source by itself, in turn.
 */
import { readFileSync } from 'node:fs';
import { scope } from '../../../src/main/catalog/scope.ts';
import { readWindows } from '../../../src/main/machine/sources/windows/read-windows.ts';
import type { SectionName } from '../../../src/shared/domain/sections.ts';
import { timeSideBySide, type Times } from '../measure.ts';

export interface ProtectionOrder {
  readonly rounds: number;
}

/** Milliseconds of every round: `whole`, and each source by its name. */
export type ProtectionTimes = Times;

const sources: readonly SectionName[] = [
  'securityProducts',
  'wmiSecurityProducts',
  'defenderStatus',
  'defender',
  'amsiProviders',
  'services',
  'processes',
  'files',
];

const { rounds } = JSON.parse(readFileSync(0, 'utf8')) as ProtectionOrder;
const read = (only: readonly SectionName[]) => async () =>
  await readWindows({ scope, collectedBy: 'bench', only });
const alone = Object.fromEntries(sources.map((name) => [name, read([name])]));
const times: ProtectionTimes = await timeSideBySide(
  { ...alone, whole: read(sources) },
  { rounds, warmUp: 1 },
);
console.log(JSON.stringify(times));
process.exit(0);
