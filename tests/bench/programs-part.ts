import type { LabMachine } from '../lab/support/lab-machine.ts';
import { runBenchScript } from './lab-computer.ts';
import { ratioOf, spreadOf } from './measure.ts';
import { placeRivals } from './rivals.ts';
import { asRatio, type Claim, type Part, withSpread } from './table.ts';
import { writtenPrograms } from './uninstall-registry.ts';
import type { ListedPrograms } from './windows/list-programs.ts';

const rounds = 7;

const labels: Readonly<Record<string, string>> = {
  programs: 'Cutover, list of programs',
  rawValues: 'Cutover, all values',
  nativeReg: 'native-reg, all values',
  nativeRegShown: 'native-reg, only the 9 values Cutover shows',
  regExport: 'reg.exe export, both views to files, not parsed',
  regQuery: 'reg.exe query /s, both views to files, not parsed',
  fetchInstalledSoftware: 'fetch-installed-software',
};

/** Our list of programs beside other ways to get one, on the same registry of the lab. */
export async function programsPart(machine: LabMachine): Promise<Part> {
  const noRivals = await placeRivals(machine);
  const listed = (await runBenchScript(machine, 'list-programs', { rounds })) as ListedPrograms;
  const { unavailable } = listed;
  return {
    tables: [
      {
        title: 'List of programs: 1,000 Uninstall keys, 500 in each view, 10,000 values, Wine',
        columns: ['', 'ms', 'times Cutover', 'names right', 'wrong', 'missing'],
        rows: Object.keys(labels).flatMap((name) =>
          name in listed.names ? [row(name, listed)] : [],
        ),
        notes: [
          `Medians of ${rounds} rounds side by side (smallest–largest); ratios round by round.`,
          'A key whose own name was mangled counts as missing.',
        ],
      },
    ],
    claims: [exactness(listed), ...speed(listed)],
    skipped: Object.entries(unavailable).map(
      ([name, reason]) => `${labels[name]}: ${noRivals ?? reason}`,
    ),
    data: listed,
  };
}

function timesOf(name: string, { quick, slow }: ListedPrograms) {
  const group = name in quick ? quick : slow;
  return { times: group[name] ?? [], ours: group['programs'] ?? [] };
}

function row(name: string, listed: ListedPrograms): string[] {
  const { times, ours } = timesOf(name, listed);
  const check = listed.names[name];
  const counts = [check?.right, check?.wrong, check?.missing].map((count) => String(count ?? ''));
  const ratio = name === 'programs' ? '1' : asRatio(ratioOf(times, ours));
  return [labels[name] ?? name, withSpread(spreadOf(times)), ratio, ...counts];
}

function exactness({ exactKeys, exactPrograms, names }: ListedPrograms): Claim {
  const all = writtenPrograms.length;
  const extra = names['programs']?.extra ?? Number.NaN;
  return {
    says: `every name right: ${exactPrograms} of ${all} programs and ${exactKeys} of ${all} keys exactly as written, ${extra} that nobody wrote`,
    met: exactPrograms === all && exactKeys === all && extra === 0,
  };
}

function speed(listed: ListedPrograms): Claim[] {
  if (!('nativeReg' in listed.names)) return [];
  const { times, ours } = timesOf('nativeReg', listed);
  const { median } = ratioOf(times, ours);
  return [
    {
      says: `at least twice as fast as native-reg on the same values: ${median.toFixed(2)} times`,
      met: median >= 2,
    },
  ];
}
