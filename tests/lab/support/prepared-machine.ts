import { setTimeout as sleep } from 'node:timers/promises';
import type { Finding } from '../../../src/shared/domain/finding.ts';
import type { RunRecord } from '../../../src/shared/domain/run/record.ts';
import { dataFolder } from './cutover-run.ts';
import type { FixtureName } from './fixture-table.ts';
import type { LabMachine } from './lab-machine.ts';
import { serviceState } from './lab-spec.ts';
import { rootCertificates } from '../../support/root-certificates.ts';
import { olgasHive } from './olgas-hive.ts';
import { machineMadeReady, type Readying } from './made-ready.ts';
import { runCheck } from './run-check.ts';
import { innocentAntivirus, protect } from './security-center-rows.ts';
import { diff, type Snapshot, type SnapshotDiff } from './snapshot.ts';

/** A machine, how it looked before the products came, and how with them. */
export interface Prepared {
  readonly machine: LabMachine;
  readonly bare: Snapshot;
  readonly full: Snapshot;
}

/**
 * Every simulated product but the hostile one, which puts a `C:\\Program.exe` where Windows looks for services whose
 * path has no quotation marks.
 */
export const everything: readonly FixtureName[] = [
  ...(['kes', 'home', 'vpn', 'agent'] as const),
  ...(['utility', 'liar', 'hanging', 'restart', 'engine'] as const),
];

interface Setup {
  /** What a test means to remove. */
  readonly products: readonly FixtureName[];
  /** Products that are there before and have to stay exactly as they are. */
  readonly staying?: readonly FixtureName[];
  readonly files?: Readonly<Record<string, string | Buffer>>;
  /** False: Windows Security knows no other antivirus. */
  readonly replacement?: boolean;
}

/** Neighbours and a person who is not logged on first, then what stays, then the products the test is about. */
export async function prepared(setup: Setup): Promise<Prepared> {
  const { products, staying = [], files = {}, replacement = true } = setup;
  const machine = await machineMadeReady(neighbourhood(staying, replacement));
  for (const [path, content] of Object.entries(files)) await machine.writeFile(path, content);
  const bare = await machine.snapshot();
  await machine.install(...products);
  await startWindows(machine);
  return { machine, bare, full: await machine.snapshot() };
}

function neighbourhood(staying: readonly FixtureName[], replacement: boolean): Readying {
  return {
    name: ['neighbourhood', ...staying, replacement ? 'protected' : 'unprotected'].join('-'),
    work: async (machine) => {
      await machine.install('wsc', 'neighbours', 'profile', ...staying);
      // Wine opens no settings of a person who is away, and removals are to come to a good end.
      await machine.writeFile(
        'C:\\users\\olga\\NTUSER.DAT',
        olgasHive([rootCertificates.innocent], false),
      );
      if (replacement) await protect(machine, [innocentAntivirus]);
      // Wine makes things when a program first asks for certificates; they do not count as ours.
      await runCheck(machine, 'touch-stores.cjs');
    },
  };
}

/** Services that Windows starts by itself where their product is installed. */
const ownStarters = [
  'AVP.KES.21.13',
  'AVP21.3',
  'KSDE5.2',
  'klnagent',
  'AVP20.0',
  'KSOS21.3',
  'InnocentAv',
];

/** Starts the session and waits, on a busy computer for some seconds, until the services of the products run. */
export async function startWindows(machine: LabMachine): Promise<void> {
  await machine.run('cmd.exe', ['/c', 'exit']);
  await Promise.all(ownStarters.map(async (name) => untilItRuns(machine, name)));
}

async function untilItRuns(machine: LabMachine, service: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const state = await serviceState(machine, service);
    if (state === undefined || state === 'RUNNING') return;
    await sleep(500);
  }
}

/** What a run did to a machine, in names of keys, values (`key → name`) and files. */
interface Effect {
  /** Vanished without having come with the products. Must be empty. */
  readonly foreignRemoved: readonly string[];
  /** Added outside the program's own data folder. Must be empty. */
  readonly foreignAdded: readonly string[];
  readonly changed: readonly string[];
  /** Came with the products and is still there. */
  readonly remaining: readonly string[];
}

/**
 * Compares three looks at a machine. What belongs to the products is everything that came with them, and nothing is
 * judged by its name. The one addition allowed is the data folder: a run has to remember what it did.
 */
export function effectOf({ bare, full }: Prepared, after: Snapshot): Effect {
  const came = new Set(namesIn(diff(bare, full), 'added'));
  const change = diff(full, after);
  const gone = new Set(namesIn(change, 'removed'));
  return {
    foreignRemoved: [...gone].filter((name) => !came.has(name)),
    foreignAdded: namesIn(change, 'added').filter((name) => !isBelow(name, dataFolder)),
    changed: [...change.values.changed, ...change.files.changed],
    remaining: [...came].filter((name) => !gone.has(name)),
  };
}

/** The effect of a run that has nothing foreign in it. */
export const onlyOurs = { foreignRemoved: [], foreignAdded: [], changed: [] } as const;

/** What of the remains no finding of the record names. Parents of what is named count as named. */
export function unnamed({ findingsAfter }: RunRecord, remaining: readonly string[]): string[] {
  const places = findingsAfter.flatMap(placesOf);
  return remaining.filter((name) => {
    const [path = ''] = name.split(' → ');
    return !places.some((place) => isBelow(path, place) || isBelow(place, path));
  });
}

function namesIn({ keys, values, files }: SnapshotDiff, kind: 'added' | 'removed'): string[] {
  return [...keys[kind], ...values[kind], ...files[kind]];
}

function isBelow(name: string, place: string): boolean {
  const [short, long] = [place.toLowerCase(), name.toLowerCase()];
  return long === short || long.startsWith(`${short}\\`);
}

/** The paths of a finding as a snapshot writes them. */
function placesOf({ parts }: Finding): string[] {
  const services = [...parts.services, ...parts.drivers].map(
    (name) => `HKLM\\System\\ControlSet001\\Services\\${name}`,
  );
  const keys = [...parts.programs, ...parts.vendorKeys].map((key) =>
    key.replace(/^HKU\\S-1-5-21-0-0-0-1000\\/, 'HKCU\\'),
  );
  return [...services, ...keys, ...parts.folders];
}
