import type { LabMachine } from '../lab/support/lab-machine.ts';
import { programsSeen } from '../lab/support/processes-seen.ts';
import { innocentAntivirus, protect } from '../lab/support/security-center-rows.ts';
import { regFileText, regNumber } from '../support/reg-writer.ts';
import { runBenchScript } from './lab-computer.ts';
import { type Spread, spreadOf } from './measure.ts';
import { type Claim, type Part, type Table, withSpread } from './table.ts';
import type { ProtectionTimes } from './windows/read-protection.ts';

const rounds = 9;
const slowRounds = 7;
const aimMs = 100;

/** How much longer the whole read of protection takes than its slowest source by itself, and what it starts. */
export async function protectionPart(machine: LabMachine): Promise<Part> {
  await machine.install('defender');
  await protect(machine, [innocentAntivirus]);
  const quick = await measure(machine, 'all sources answer at once', rounds);
  await machine.importReg(slowAnswers);
  const slow = await measure(machine, 'Security Center and WMI are slow', slowRounds);
  const parts = [quick, slow];
  return {
    tables: [table(parts)],
    claims: [...parts.map(inTime), noHelper(parts)],
    skipped: [],
    data: { quick, slow },
  };
}

interface Measured {
  readonly label: string;
  readonly times: ProtectionTimes;
  readonly programs: readonly string[];
}

async function measure(machine: LabMachine, label: string, count: number): Promise<Measured> {
  const reading = async () => await runBenchScript(machine, 'read-protection', { rounds: count });
  const { value, programs } = await programsSeen(machine, reading);
  return { label, times: value as ProtectionTimes, programs };
}

/** Both wait in the call itself, as they do on a computer that is busy with its start. */
const slowAnswers = regFileText([
  {
    path: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab\\SecurityCenter',
    values: [regNumber('HangMs', 300)],
  },
  {
    path: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab\\Wmi\\ROOT/SecurityCenter2\\AntiVirusProduct',
    values: [regNumber('HangNextMs', 400)],
  },
]);

/** Milliseconds of each round that the whole took longer than the slowest source by itself. */
function beyond({ times: { whole = [], ...sources } }: Measured): Spread {
  return spreadOf(whole.map((took, round) => took - Math.max(...atRound(sources, round))));
}

function atRound(sources: ProtectionTimes, round: number): number[] {
  return Object.values(sources).map((times) => times[round] ?? Number.NaN);
}

function table(parts: readonly Measured[]): Table {
  return {
    title: 'Everything that the verdict on protection is made from, Wine',
    columns: ['', 'whole ms', 'sum of all alone ms', 'beyond the slowest ms'],
    rows: parts.map((part) => row(part)),
    notes: [
      `Medians of ${rounds} and ${slowRounds} rounds (smallest–largest); each round reads every source alone and all together.`,
      ...parts.map((part) => `Slowest alone, ${part.label}: ${slowest(part)}.`),
    ],
  };
}

function row(part: Measured): string[] {
  const { whole = [], ...sources } = part.times;
  const sums = whole.map((_took, round) => atRound(sources, round).reduce((a, b) => a + b, 0));
  return [
    part.label,
    ...[spreadOf(whole), spreadOf(sums), beyond(part)].map((each) => withSpread(each)),
  ];
}

function slowest({ times: { whole: _whole, ...sources } }: Measured): string {
  return Object.entries(sources)
    .map(([name, times]) => ({ name, median: spreadOf(times).median }))
    .toSorted((a, b) => b.median - a.median)
    .slice(0, 3)
    .map(({ name, median }) => `${name} ${median.toFixed(0)} ms`)
    .join(', ');
}

function inTime(part: Measured): Claim {
  const { median, max } = beyond(part);
  return {
    says: `protection is read within ${aimMs} ms beyond its slowest source, ${part.label}: ${median.toFixed(0)} ms, at worst ${max.toFixed(0)} ms`,
    met: median <= aimMs,
  };
}

function noHelper(parts: readonly Measured[]): Claim {
  const others = parts.flatMap(({ programs }) => programs.filter((name) => name !== 'node.exe'));
  const seen = others.length === 0 ? 'none came up' : [...new Set(others)].join(', ');
  return { says: `reading protection starts no program: ${seen}`, met: others.length === 0 };
}
