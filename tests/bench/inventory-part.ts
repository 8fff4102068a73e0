import type { LabMachine } from '../lab/support/lab-machine.ts';
import { regFileText, regNumber, regText } from '../support/reg-writer.ts';
import { runBenchScript } from './lab-computer.ts';
import { ratioOf, type Spread, spreadOf } from './measure.ts';
import { asRatio, type Claim, type Part, type Table, withSpread } from './table.ts';
import type { InventoryOrder, InventoryTimes } from './windows/take-inventories.ts';

const freshProcesses = 3;
const warmRounds = 5;
const memoryRounds = 3;

/** Whole inventories beside the list of programs alone, and what the finished program takes in memory. */
export async function inventoryPart(machine: LabMachine): Promise<Part> {
  const bare = await measure(machine, 'that registry alone');
  const memory = await measureMemory(machine);
  await fill(machine);
  const full = await measure(machine, 'with an endpoint product and 400 more services');
  return {
    tables: [timesTable([bare, full]), ...memory.tables],
    claims: [bare, full].flatMap(claimsOf),
    skipped: memory.skipped,
    data: { bare, full, memory: memory.data },
  };
}

interface Measured {
  readonly label: string;
  readonly cold: { readonly inventory: readonly number[]; readonly programs: readonly number[] };
  readonly warm: InventoryTimes;
}

async function measure(machine: LabMachine, label: string): Promise<Measured> {
  const cold: Record<InventoryOrder['first'], number[]> = { inventory: [], programs: [] };
  for (let round = 0; round < freshProcesses; round++) {
    const inTurn = ['inventory', 'programs'] as const;
    for (const first of round % 2 === 0 ? inTurn : inTurn.toReversed()) {
      cold[first].push((await take(machine, { first, rounds: 0 })).cold);
    }
  }
  return { label, cold, warm: await take(machine, { first: 'inventory', rounds: warmRounds }) };
}

async function take(machine: LabMachine, order: InventoryOrder): Promise<InventoryTimes> {
  return (await runBenchScript(machine, 'take-inventories', order)) as InventoryTimes;
}

/** What a real computer has more of, as far as Wine can be given it. */
async function fill(machine: LabMachine): Promise<void> {
  await machine.install('kes');
  const services = Array.from({ length: 400 }, (_, index) => ({
    path: `HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\BenchDriver${index}`,
    values: [
      regNumber('Type', 1),
      regNumber('Start', 3),
      regNumber('ErrorControl', 1),
      regText('DisplayName', `Bench driver ${index}`),
      regText('ImagePath', `\\SystemRoot\\System32\\drivers\\bench${index}.sys`, 2),
      regText('Group', 'Extended Base'),
    ],
  }));
  await machine.importReg(regFileText(services));
  // Services are read when Windows starts.
  await machine.reboot();
}

function timesTable(measured: readonly Measured[]): Table {
  return {
    title: 'Whole inventory on the same registry, Wine',
    columns: ['', 'inventory ms', 'list of programs ms', 'ratio'],
    rows: measured.flatMap(({ label, cold, warm }) => [
      row(`${label}: cold`, cold.inventory, cold.programs),
      row(`${label}: warm`, warm.warm['inventory'], warm.warm['programs']),
    ]),
    notes: [
      `Cold: the first call of ${freshProcesses} fresh processes each. Warm: ${warmRounds} rounds in one process.`,
      ...measured.map(({ label, warm }) => `Most time, ${label}: ${slowest(warm)}.`),
    ],
  };
}

function row(label: string, inventory: readonly number[] = [], programs: readonly number[] = []) {
  return [
    label,
    withSpread(spreadOf(inventory)),
    withSpread(spreadOf(programs)),
    asRatio(ratioOf(inventory, programs)),
  ];
}

function slowest({ sections, items }: InventoryTimes): string {
  return Object.entries(sections)
    .map(([name, times]) => ({ name, median: spreadOf(times).median }))
    .sort((a, b) => b.median - a.median)
    .slice(0, 4)
    .map(({ name, median }) => `${name} ${median.toFixed(0)} ms (${items[name] ?? 0} items)`)
    .join(', ');
}

function claimsOf({ label, cold, warm }: Measured): Claim[] {
  const ratios: readonly (readonly [string, Spread])[] = [
    ['cold', ratioOf(cold.inventory, cold.programs)],
    ['warm', ratioOf(warm.warm['inventory'], warm.warm['programs'])],
  ];
  return ratios.map(([state, { median }]) => ({
    says: `a whole inventory at most three times the list of programs, ${label}, ${state}: ${median.toFixed(2)} times`,
    met: median <= 3,
  }));
}

interface Peak {
  readonly milliseconds: number;
  readonly kilobytes: number;
}

/** Loaded before a program; plain JavaScript, because taking types out of TypeScript would need memory itself. */
const sayPeak = `process.on('exit', () => {
  const said = { milliseconds: performance.now(), kilobytes: process.resourceUsage().maxRSS };
  require('node:fs').writeFileSync('C:\\\\peak.json', JSON.stringify(said));
});`;

async function measureMemory(machine: LabMachine): Promise<Omit<Part, 'claims'>> {
  const [cutover, node]: [Peak[], Peak[]] = [[], []];
  const env = { NODE_OPTIONS: '--require C:\\say-peak.cjs' };
  const peak = async () => JSON.parse(await machine.readFile('C:\\peak.json')) as Peak;
  try {
    await machine.writeFile('C:\\say-peak.cjs', sayPeak);
    for (let round = 0; round < memoryRounds; round++) {
      const { exitCode, stderr } = await machine.cutover(
        ['inventory', '--out', `C:\\inventory${round}.json`],
        { env },
      );
      if (exitCode !== 0) throw new Error(`cutover inventory ended with ${exitCode}: ${stderr}`);
      cutover.push(await peak());
      await machine.node(['-e', '0'], { env });
      node.push(await peak());
    }
  } catch (error) {
    return { tables: [], skipped: [`peak memory: ${String(error).split('\n')[0]}`], data: {} };
  }
  return { tables: [memoryTable(cutover, node)], skipped: [], data: { cutover, node } };
}

function memoryTable(cutover: readonly Peak[], node: readonly Peak[]): Table {
  const megabytes = (peaks: readonly Peak[]) =>
    withSpread(spreadOf(peaks.map(({ kilobytes }) => kilobytes / 1024)));
  const ms = (peaks: readonly Peak[]) =>
    withSpread(spreadOf(peaks.map(({ milliseconds }) => milliseconds)));
  return {
    title: 'The built program from start to end, on that registry alone, Wine',
    columns: ['', 'peak memory MB', 'ms'],
    rows: [
      ['cutover inventory --out', megabytes(cutover), ms(cutover)],
      ['node.exe that does nothing', megabytes(node), ms(node)],
    ],
    notes: [
      `Medians of ${memoryRounds} processes each; peak working set as Windows Node reports it.`,
    ],
  };
}
