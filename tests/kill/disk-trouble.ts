import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endState, told } from './end-state.ts';
import { Place } from './place.ts';
import { randomFor } from './random.ts';
import { scenarios } from './scenarios.ts';
import type { Ended } from './start-program.ts';
import {
  argsOf,
  differences,
  goOn,
  isOver,
  makeReference,
  type Reference,
  type Way,
} from './trials.ts';

/**
 * A disk that is full, and one that is read-only: each ends a command with its sentence and its code, and what starts next
 * comes to the undisturbed end once the disk takes something again. Mounts disks of its own, so it is started where nobody
 * else sees them: `unshare --mount`. Prints one line of JSON for each scenario, see {@link DiskRow}.
 *
 * usage: disk-trouble.ts PROGRAM SEED [NUMBER OF FULL DISKS] [SCENARIO]
 */
export interface DiskRow {
  readonly name: string;
  readonly troubles: number;
  /** How many of them a command could not get past. */
  readonly stopped: number;
  readonly divergences: readonly string[];
}

/** What lies in the way, and how it is taken out of it. */
interface Trouble {
  readonly name: string;
  readonly begin: (data: string) => void;
  readonly end: (data: string) => void;
}

/** Killed at this change of the disk before the trouble begins; null for a command that meets it from its start. */
interface Meeting {
  readonly trouble: Trouble;
  readonly killedAt: number | null;
  readonly way: Way;
}

interface Met {
  readonly stopped: boolean;
  readonly divergences: readonly string[];
}

/** Bytes of a disk, and of what a run on this computer writes at most. */
const diskSize = 16_000_000;
const runSize = 450_000;
const computer = 'home';

const readOnly: Trouble = {
  name: 'read-only',
  begin: (data) => mount('-o', 'remount,ro', data),
  end: (data) => mount('-o', 'remount,rw', data),
};

if (import.meta.main) await main(process.argv.slice(2));

async function main([
  program = '',
  seed = '',
  full = '12',
  only = '',
]: readonly string[]): Promise<void> {
  for (const scenario of scenarios) {
    if (scenario.computer.id !== computer || !scenario.name.includes(only)) continue;
    const place = new Place(scenario.computer, program);
    try {
      const reference = await makeReference(place, scenario);
      if (reference === null) continue;
      const meetings = meetingsOf(reference, Number(full), randomFor(seed, scenario.name, 'disk'));
      const met: Met[] = [];
      for (const meeting of meetings) met.push(await meet(place, reference, meeting));
      const row: DiskRow = {
        name: scenario.name,
        troubles: met.length,
        stopped: met.filter(({ stopped }) => stopped).length,
        divergences: met.flatMap(({ divergences }) => divergences),
      };
      console.log(JSON.stringify(row));
    } finally {
      place.remove();
    }
  }
}

function meetingsOf(
  { touches }: Reference,
  full: number,
  random: () => number,
): readonly Meeting[] {
  const wayOf = (index: number): Way => (index % 2 === 0 ? 'resume' : 'again');
  const midst = 1 + Math.floor(random() * touches.length);
  const fulls = Array.from({ length: full }, (_, index) =>
    fullDisk(index === 0 ? 0 : Math.round(((index + random()) / full) * runSize)),
  );
  return [
    { trouble: readOnly, killedAt: null, way: 'again' },
    { trouble: readOnly, killedAt: midst, way: 'resume' },
    ...fulls.map((trouble, index) => ({ trouble, killedAt: null, way: wayOf(index) })),
  ];
}

function fullDisk(freeBytes: number): Trouble {
  const filler = (data: string) => join(data, 'filler');
  return {
    name: `full but for ${freeBytes} bytes`,
    begin(data) {
      const { bavail, bsize } = statfsSync(data);
      writeFileSync(filler(data), Buffer.alloc(Math.max(0, bavail * bsize - freeBytes)));
    },
    end: (data) => rmSync(filler(data)),
  };
}

async function meet(
  place: Place,
  reference: Reference,
  { trouble, killedAt, way }: Meeting,
): Promise<Met> {
  const { data } = place;
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data);
  mount('-t', 'tmpfs', '-o', `size=${diskSize}`, 'tmpfs', data);
  try {
    cpSync(reference.before, data, { recursive: true });
    if (killedAt !== null) await place.start(reference.command, { at: killedAt });
    trouble.begin(data);
    const met = await place.start(killedAt === null ? reference.command : argsOf(way, reference));
    trouble.end(data);
    const stopped = met.answer?.name === 'cannotWrite';
    const { faults, last, teller } = await goOn(place, way, reference, {
      ended: stopped ? { ...met, code: null } : met,
      wasOver: stopped && isOver(place, reference),
    });
    const now = { end: endState(place, last), told: told(last) };
    const all = [...faultsOf(met), ...faults, ...differences(reference, now, teller)];
    const where = `${trouble.name}${killedAt === null ? '' : ` after ${killedAt}`}; ${way}`;
    return { stopped, divergences: all.map((fault) => `${where}: ${fault}`) };
  } finally {
    execFileSync('umount', [data]);
  }
}

/** A command says what is wrong, in words and by its code. */
function faultsOf({ answer, errors }: Ended): readonly string[] {
  if (answer === null || answer.name === 'defect')
    return [`broke down: ${errors.split('\n', 3).join(' ')}`];
  return (answer.msg ?? '') === '' ? ['said nothing'] : [];
}

function mount(...args: readonly string[]): void {
  execFileSync('mount', args);
}
