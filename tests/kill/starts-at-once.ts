import { writeFileSync } from 'node:fs';
import { endState, told } from './end-state.ts';
import type { Place } from './place.ts';
import type { Scenario } from './scenarios.ts';
import type { Ended } from './start-program.ts';
import { afterRestarts, differences, makeReference } from './trials.ts';

/** How many. */
const together = 10;

/**
 * Starts a command ten times at once: one has to run, and nine to say that it does. Whichever has begun waits in the middle
 * of its work until the others have ended, so that none of them comes too late to meet it. Returns what went otherwise.
 */
export async function startAtOnce(place: Place, scenario: Scenario): Promise<readonly string[]> {
  const reference = await makeReference(place, scenario);
  if (reference === null) return ['no restart is due'];
  place.putBack(reference.before);
  const ended = await startTogether(place, reference.command);
  const refused = ended.filter(({ answer }) => answer?.name === 'anotherRun');
  const [ran] = ended.filter((each) => !refused.includes(each));
  if (ran === undefined || refused.length !== together - 1)
    return [`ended with ${ended.map(({ answer }) => answer?.name ?? 'nothing').join(', ')}`];
  const last = await afterRestarts(place, ran);
  return [
    ...refused.flatMap(({ answer }) => whyUnclear(answer?.msg ?? '')),
    ...differences(reference, { end: endState(place, last), told: told(last) }, 'same'),
  ];
}

async function startTogether(place: Place, command: readonly string[]): Promise<readonly Ended[]> {
  const holdUntil = `${place.data}-go-on`;
  const goOn = () => writeFileSync(holdUntil, '');
  const timer = setTimeout(goOn, longest);
  const ended: Ended[] = [];
  const starting = Array.from({ length: together }, async () => {
    ended.push(await place.start(command, { pace, holdUntil }));
    if (ended.length === together - 1) goOn();
  });
  await Promise.all(starting);
  clearTimeout(timer);
  return ended;
}

/** Not none at all, else there is no pause in which to wait for the others. */
const pace = 0.001;
/** Milliseconds after which those that were not refused go on all the same, so that it is seen how many they are. */
const longest = 120_000;

/** The run that is in the way is named. */
function whyUnclear(said: string): readonly string[] {
  return /\d{8}-\d{6}-[a-z0-9]{4}/.test(said) ? [] : [`does not name the run: ${said}`];
}
