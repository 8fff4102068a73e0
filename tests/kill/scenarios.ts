import { detect } from '../../src/main/engine/detect/detect.ts';
import { plan } from '../../src/main/engine/plan/plan.ts';
import type { PracticeComputer } from '../../src/main/machine/practice/computers/practice-computer.ts';
import { practiceComputers } from '../../src/main/machine/practice/practice-computers.ts';
import { defaultChoice } from '../../src/shared/domain/plan/plan.ts';

/** A command on a practice computer that is killed, and what went before it. */
export interface Scenario {
  readonly name: string;
  readonly computer: PracticeComputer;
  /** Comes to its end first, undisturbed. A `resume` is left out where nothing waits for a restart. */
  readonly first: readonly (readonly string[])[];
  /** `RUN` stands for the newest run. */
  readonly command: readonly string[];
}

interface Verb {
  /** What of the removal goes before it: nothing, a part, up to its restart, or all. */
  readonly first: (removal: readonly string[]) => Scenario['first'];
  readonly command: (removal: readonly string[]) => readonly string[];
}

/** Everything that changes a computer or ends a quarantine. */
const verbs: Readonly<Record<string, Verb>> = {
  remove: { first: () => [], command: (removal) => removal },
  resume: { first: (removal) => [removal], command: () => ['resume'] },
  clean: {
    first: (removal) => [[...removal, '--keep-remains'], ...restarts],
    command: ([, ...flags]) => ['clean', ...flags.filter((flag) => flag !== '--all')],
  },
  restore: {
    first: (removal) => [removal, ...restarts],
    command: () => ['restore', 'RUN', '--unattended'],
  },
  purge: {
    first: (removal) => [removal, ...restarts],
    command: () => ['purge', 'RUN', '--yes'],
  },
};

const restarts = [['resume'], ['resume']] as const;

export const scenarios: readonly Scenario[] = practiceComputers.flatMap((computer) => {
  const removal = removalOn(computer);
  return Object.entries(verbs).map(([verb, { first, command }]) => ({
    name: `${computer.id} ${verb}`,
    computer,
    first: first(removal),
    command: command(removal),
  }));
});

/** All that can be chosen, by somebody who has done what a person has to do before. */
function removalOn({ inventory }: PracticeComputer): readonly string[] {
  const choice = { ...defaultChoice, all: true, owner: 'administrator' as const };
  const { hazards } = plan(inventory, detect(inventory), choice);
  const todos = hazards.filter(({ severity }) => severity === 'todo').map(({ id }) => id);
  const accepted = todos.length === 0 ? [] : ['--acknowledge', todos.join(',')];
  return [
    'remove',
    '--all',
    '--managed-by-us',
    '--reactivate-defender',
    '--unattended',
    ...accepted,
  ];
}
