import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { endState, runsOf, told, type EndState, type Told } from './end-state.ts';
import type { Place } from './place.ts';
import { randomFor } from './random.ts';
import type { Scenario } from './scenarios.ts';
import type { Ended, Touch } from './start-program.ts';

/** When a process is killed: at a change of the disk that is counted, or after some milliseconds. */
export type Moment = { readonly at: number; readonly torn: boolean } | { readonly afterMs: number };

/** What undisturbed processes come to, and what it takes them. */
export interface Reference {
  /** The disk before the command, and the runs on it. */
  readonly before: string;
  readonly runsBefore: ReadonlySet<string>;
  readonly command: readonly string[];
  readonly end: EndState;
  readonly told: Told | null;
  readonly touches: readonly Touch[];
}

export interface Trial {
  /** What repeats it, with the seed: `--only SCENARIO --trial NAME`. */
  readonly name: string;
  readonly moment: Moment;
}

/** What was killed how often, and in what the end differs from the undisturbed one. */
export interface Verdict {
  readonly kills: number;
  readonly divergences: readonly string[];
}

/** What starts next after a kill. */
const ways = ['resume', 'again', 'check, then resume'] as const;
export type Way = (typeof ways)[number];

/** At moments of the clock a practice computer takes so much of its usual time that most of them fall into its work. */
export const pace = 0.01;

/** Lets everything go undisturbed; null where the scenario makes no sense on its computer. */
export async function makeReference(place: Place, scenario: Scenario): Promise<Reference | null> {
  const before = await goBefore(place, scenario);
  if (scenario.command[0] === 'resume' && !waitsForRestart(before)) return null;
  const run = basename(before.answer?.folder ?? '');
  const command = scenario.command.map((arg) => (arg === 'RUN' ? run : arg));
  const kept = place.keep();
  const runsBefore = new Set(runsOf(place).map(({ runId }) => runId));
  const first = await place.start(command);
  const last = await afterRestarts(place, first);
  const end = endState(place, last);
  if (end.exit === null || end.exit === 'badArguments' || end.exit === 'defect')
    throw new Error(`${scenario.name} ends with ${end.exit}: ${last.answer?.msg ?? last.errors}`);
  return { before: kept, runsBefore, command, end, told: told(last), touches: first.touches };
}

/** What goes before the command; the last of it that was started. */
async function goBefore(place: Place, { first }: Scenario): Promise<Ended> {
  let last = notAsked;
  for (const args of first)
    if (args[0] !== 'resume' || waitsForRestart(last)) last = await place.start(args);
  return last;
}

const notAsked: Ended = { code: 0, touches: [], answer: null, errors: '', durationMs: 0 };

/** Milliseconds that the undisturbed command takes at {@link pace}. */
export async function durationOf(place: Place, { before, command }: Reference): Promise<number> {
  place.putBack(before);
  const { durationMs } = await place.start(command, { pace });
  return durationMs;
}

/** Every change of the disk that the undisturbed command makes, and in the middle of each content. */
export function boundaries(touches: readonly Touch[]): readonly Trial[] {
  return touches.flatMap((touch, index) => {
    const at = index + 1;
    const whole = { name: `${at}`, moment: { at, torn: false } };
    return touch === 'change'
      ? [whole]
      : [whole, { name: `${at}torn`, moment: { at, torn: true } }];
  });
}

/** Only those before, in and right after a line of a journal. */
export function linesOf(touches: readonly Touch[], all: readonly Trial[]): readonly Trial[] {
  const isLine = (at: number) => touches[at - 1] === 'line';
  return all.filter(({ moment }) => 'at' in moment && (isLine(moment.at) || isLine(moment.at - 1)));
}

interface MomentsOf {
  readonly name: string;
  readonly durationMs: number;
  readonly count: number;
  readonly seed: string;
}

/** Between the start of a process and its undisturbed end. */
export function randomMoments({ name, durationMs, count, seed }: MomentsOf): readonly Trial[] {
  const random = randomFor(seed, name, 'moments');
  return Array.from({ length: count }, () => atMoment(Math.round(random() * durationMs)));
}

/** Milliseconds after the start. */
export function atMoment(afterMs: number): Trial {
  return { name: `${afterMs}ms`, moment: { afterMs } };
}

/** Kills, lets start what starts next, kills some of that too, and compares the end. */
export async function tryTrial(
  place: Place,
  scenario: Scenario,
  reference: Reference,
  trial: Trial,
  seed: string,
): Promise<Verdict> {
  const random = randomFor(seed, scenario.name, trial.name);
  const way = waysOn(place)[Math.floor(random() * waysOn(place).length)] ?? 'again';
  place.putBack(reference.before);
  const slowly = 'afterMs' in trial.moment ? { pace } : {};
  let ended = await place.start(reference.command, { ...trial.moment, ...slowly });
  let kills = ended.code === null ? 1 : 0;
  const said = [trial.name, ...('at' in trial.moment && kills === 0 ? ['was not reached'] : [])];
  let wasOver = isOver(place, reference);
  while (ended.code === null && kills < mostKills && random() < again) {
    const at = 1 + Math.floor(random() * reference.touches.length);
    ended = await place.start(argsOf(way, reference), { at, torn: random() < 0.5 });
    said.push(`then ${at}`);
    if (ended.code !== null) break;
    kills += 1;
    wasOver = isOver(place, reference);
  }
  const { faults, last, teller } = await goOn(place, way, reference, { ended, wasOver });
  const now = { end: endState(place, last), told: told(last) };
  const all = [...faults, ...differences(reference, now, teller)];
  const where = `${said.join(', ')}; ${way}`;
  return { kills, divergences: all.map((fault) => `${where}: ${fault}`) };
}

/** A practice computer restarts with every `resume`; where that makes another one of it, the end cannot be the same. */
function waysOn(place: Place): readonly Way[] {
  return isOtherAfterRestart(place) ? ['again'] : ways;
}

/** Whether an uninstaller does something else once the computer has been restarted. */
function isOtherAfterRestart({ computer }: Place): boolean {
  return computer.effects.some((effect) => effect.afterRestarts !== undefined);
}

/** How often a run is killed at most; nobody gets further by itself after ten, see `maximumStarts`. */
const mostKills = 4;
/** How probable it is that also what starts next is killed. */
const again = 1 / 3;
/** Codes of `resume` where nothing had begun. */
const nothingBegun: ReadonlySet<string | undefined> = new Set(['runNotFound', 'unreadableInput']);

/** The arguments of what starts next. */
export function argsOf(way: Way, { command }: Reference): readonly string[] {
  return way === 'again' ? command : ['resume'];
}

/** What started next came to, and who tells of it. */
interface WentOn {
  readonly faults: readonly string[];
  readonly last: Ended;
  readonly teller: Teller;
}

/** The run that had been begun, another one after that was at its end, or nobody: nothing was left to go on with. */
type Teller = 'same' | 'another' | 'nobody';

/** What has to be the same. Another run tells what was left to do for it. */
const comparedParts: Readonly<Record<Teller, readonly (keyof EndState)[]>> = {
  same: ['exit', 'outcome', 'verdict', 'machine', 'kept', 'purged', 'open'],
  another: ['exit', 'verdict', 'machine', 'kept', 'purged', 'open'],
  nobody: ['machine', 'kept', 'purged', 'open'],
};

/**
 * Lets start what starts next, until nothing waits for a restart any more. After a process that came to its end nothing
 * further is needed.
 */
export async function goOn(
  place: Place,
  way: Way,
  reference: Reference,
  { ended, wasOver }: Left,
): Promise<WentOn> {
  const faults = way === 'check, then resume' ? await checked(place) : [];
  const next = ended.code === null ? await place.start(argsOf(way, reference)) : ended;
  const isNobody = nothingBegun.has(next.answer?.name);
  const last = isNobody ? await place.start(reference.command) : next;
  const isResume = reference.command[0] === 'resume';
  const teller = isNobody && isResume ? 'nobody' : wasOver ? 'another' : 'same';
  return { faults, last: await afterRestarts(place, last), teller };
}

/** How the last process ended, and whether the run had been at its end before it. */
interface Left {
  readonly ended: Ended;
  readonly wasOver: boolean;
}

/** Whether the run of the command came to its end, so that the same command begins another one. */
export function isOver(place: Place, { runsBefore }: Reference): boolean {
  const fresh = runsOf(place).filter(({ runId }) => !runsBefore.has(runId));
  return fresh.some(({ state }) => state === 'finished');
}

/** Whoever only asks changes nothing, in whatever state the disk is. */
async function checked(place: Place): Promise<readonly string[]> {
  const before = place.imprint();
  const { answer, errors } = await place.start(['check']);
  return [
    ...(answer === null || answer.name === 'defect' ? [`check broke down: ${errors}`] : []),
    ...(place.imprint() === before ? [] : ['check changed the disk']),
  ];
}

/** A practice computer restarts when its run goes on. */
export async function afterRestarts(place: Place, ended: Ended): Promise<Ended> {
  let last = ended;
  for (let restarts = 0; waitsForRestart(last) && restarts < 4; restarts += 1)
    last = await place.start(['resume']);
  return last;
}

function waitsForRestart({ answer }: Ended): boolean {
  return answer?.name === 'restartNeeded';
}

/** In which parts an end is not the undisturbed one. */
export function differences(
  reference: Pick<Reference, 'end' | 'told'>,
  now: Pick<Reference, 'end' | 'told'>,
  teller: Teller,
): readonly string[] {
  return [
    ...comparedParts[teller].flatMap((part) =>
      difference(part, reference.end[part], now.end[part]),
    ),
    ...(teller === 'same' ? difference('told', reference.told, now.told) : []),
  ];
}

/** What a person can read of it. */
function difference(part: string, wanted: unknown, got: unknown): readonly string[] {
  if (isDeepStrictEqual(wanted, got)) return [];
  if (Array.isArray(wanted) && Array.isArray(got))
    return [
      `${part}: too much ${shown(without(got, wanted))}, missing ${shown(without(wanted, got))}`,
    ];
  if (part !== 'machine')
    return [`${part}: ${JSON.stringify(got)} in place of ${JSON.stringify(wanted)}`];
  const sections = Object.keys({ ...(wanted as object), ...(got as object) }).filter(
    (name) =>
      !isDeepStrictEqual(Reflect.get(wanted as object, name), Reflect.get(got as object, name)),
  );
  return [`the computer differs in ${sections.join(', ')}`];
}

function without(all: readonly unknown[], known: readonly unknown[]): readonly unknown[] {
  return all.filter((each) => !known.includes(each));
}

function shown(texts: readonly unknown[]): string {
  return `[${texts.map((text) => String(text).slice(0, 120)).join(', ')}]`;
}
