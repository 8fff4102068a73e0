import { spokenName } from '../../../shared/domain/product-names.ts';
import { isRemoval } from '../../../shared/domain/plan/is-removal.ts';
import { isProtected } from '../../../shared/domain/protection/is-protected.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { aroundRestart, type AroundRestart } from '../../../shared/domain/run/around-restart.ts';
import type { RunOutcome } from '../../../shared/domain/run/run-outcomes.ts';
import { stepOutcomes, type StepOutcome } from '../../../shared/domain/plan/step-outcomes.ts';
import type { TakenStep } from '../../../shared/domain/plan/step.ts';
import { nameOf } from '../../../shared/domain/plan/step-about.ts';
import { protectionSentence } from '../../../shared/domain/protection/protection-sentence.ts';
import type { Outcome, RunFacts } from './run-facts.ts';

/**
 * How a run ended. The first line that applies decides, the most serious first: what only a person can solve
 * (passwords), what went wrong with an uninstaller, a cancel, a product that stayed, a restart that is still
 * to come (before it nobody can say more), missing protection, remains. Only then a run was clean.
 */
export function removalOutcome(run: RunFacts): Outcome {
  const [removals, repairs] = (['remove', 'clean'] as const).map((phase) =>
    run.steps.filter(({ step }) => step.phase === phase),
  );
  const around = aroundRestart(run.steps);
  const facts = { ...run, steps: removals ?? [], repairs: repairs ?? [], around };
  if (facts.dryRun) return dryRun(facts);
  const failed = fromSteps.find(({ step }) => has(facts, step));
  if (failed !== undefined) return { outcome: failed.run, summary: summaryOfSteps(facts, failed) };
  if (facts.cancelled && has(facts, 'notRun')) {
    return { outcome: 'cancelled', summary: cancelledSummary(facts) };
  }
  return fromState(facts);
}

/** `steps` are those that take a product off, `repairs` those that mend what hurts or clean up what remains. */
interface Facts extends RunFacts {
  readonly repairs: readonly TakenStep[];
  readonly around: AroundRestart;
}

/**
 * A restart comes before what else is found: nobody can say more before it. Beside a danger the machine is judged as
 * without it; what `runOutcome` makes of that is no success.
 */
function fromState(facts: Facts): Outcome {
  const { installed, restart, unread, protection } = facts.state;
  if (restart !== null) return restartNeeded(facts);
  if (installed.length > 0) return stillThere(facts);
  if (unread.length > 0) return unproven(facts);
  return isProtected(protection) ? withProtection(facts) : notProtected(facts);
}

/** What the most serious end of a step makes of the run, the most serious first. */
const fromSteps = [
  { step: 'passwordWrong', run: 'passwordWrong' },
  { step: 'passwordMissing', run: 'passwordMissing' },
  { step: 'passwordByHand', run: 'passwordByHand' },
  { step: 'timedOut', run: 'timedOut' },
  { step: 'failed', run: 'uninstallerFailed' },
  { step: 'installerBusy', run: 'installerBusy' },
  { step: 'cancelled', run: 'cancelled' },
  { step: 'stillPresent', run: 'stillPresent' },
] as const satisfies readonly { readonly step: StepOutcome; readonly run: RunOutcome }[];

function summaryOfSteps(facts: Facts, { step }: (typeof fromSteps)[number]): readonly Message[] {
  const products = productsOf(facts.steps.filter(({ result }) => result.outcome === step));
  return [
    message(`run.step.${step}`, { products }),
    ...removedSentence(facts),
    protectionSentence(facts.state.protection),
  ];
}

function cancelledSummary(facts: Facts): readonly Message[] {
  const products = productsOf(facts.steps.filter(({ result }) => result.outcome === 'notRun'));
  return [
    message('run.cancelledBefore', { products, count: products.length }),
    ...removedSentence(facts),
    message('run.continueLater'),
  ];
}

function restartNeeded(facts: Facts): Outcome {
  const summary = [
    ...doneSentences(facts),
    message(facts.around.started ? 'run.restartStarted' : 'run.restartNeeded'),
    isProtected(facts.state.protection)
      ? protectionSentence(facts.state.protection)
      : message('run.protectionAfterRestart'),
    ...(facts.around.goesOn === true ? [] : [message('run.resumeAfterRestart')]),
  ];
  return { outcome: 'restartNeeded', summary };
}

function stillThere(facts: Facts): Outcome {
  const products = namesOf(facts.state.installed);
  const summary = [
    message('run.stillThere', { products, count: products.length }),
    message('run.reportSaysWhy'),
    protectionSentence(facts.state.protection),
  ];
  return { outcome: 'stillPresent', summary };
}

function unproven(facts: Facts): Outcome {
  const sections = facts.state.unread.map((section) => message(`run.unread.${section}`));
  const summary = [
    message('run.unproven', { sections }),
    message('run.askAsAdministrator'),
    protectionSentence(facts.state.protection),
  ];
  return { outcome: 'notKnown', summary };
}

function notProtected(facts: Facts): Outcome {
  const done = [...removedSentence(facts), ...doneSentences(facts)];
  const begin = done.length > 0 ? done : [message('run.nothingToRemove')];
  return {
    outcome: 'notProtected',
    summary: [...begin, protectionSentence(facts.state.protection)],
  };
}

/**
 * What is left and does no harm is told, and is no failure unless that was asked for, or cleaning up was: then all that
 * Cutover may take away counts.
 */
function withProtection(facts: Facts): Outcome {
  // The dangers are told in front of it.
  const remains = facts.state.remains.filter(({ told }) => told !== true);
  const ours = remains.filter((each) => each.notOurs === undefined);
  const left = [
    ...(ours.length === 0 ? [] : [message('run.leftovers', { names: namesOf(ours) })]),
    ...notOursSentences(remains),
  ];
  const inside = namesOf(facts.state.stays.filter(({ reason }) => reason === 'engineInside'));
  const isIdle = facts.steps.length === 0 && facts.repairs.length === 0;
  const done = [...removedSentence(facts), ...doneSentences(facts)];
  const summary = [
    ...(isIdle ? [message('run.nothingToRemove')] : done),
    ...left,
    ...(inside.length === 0 ? [] : [message('run.engineInside', { names: inside })]),
    protectionSentence(facts.state.protection),
  ];
  const { choice } = facts;
  const isCleaning = !isRemoval(choice) && !choice.onlyDangerous;
  const counted = choice.strictRemains ? remains : ours;
  if (counted.length > 0 && (choice.strictRemains || isCleaning))
    return { outcome: 'remnantsLeft', summary };
  if (inside.length > 0) return { outcome: 'engineInside', summary };
  return { outcome: isIdle ? 'nothingToRemove' : 'cleanAndProtected', summary };
}

/** Who takes the rest away. */
function notOursSentences(remains: Facts['state']['remains']): readonly Message[] {
  return (['windowsSecurity', 'browser'] as const).flatMap((place) => {
    const names = namesOf(remains.filter(({ notOurs }) => notOurs?.includes(place)));
    return names.length === 0 ? [] : [message(`run.notOurs.${place}`, { names })];
  });
}

function dryRun(facts: Facts): Outcome {
  const products = productsOf(facts.steps);
  const would =
    products.length === 0
      ? message('run.wouldRemoveNothing')
      : message('run.wouldRemove', { products });
  const { mending, cleaning } = sorted(facts.repairs);
  const names = productsOf(mending);
  const count = cleaning.length;
  const besides = [
    ...(names.length === 0 ? [] : [message('run.wouldRepair', { names })]),
    ...(count === 0 ? [] : [message('run.wouldClean', { count })]),
  ];
  const isCleaning = !isRemoval(facts.choice) && besides.length > 0;
  return {
    outcome: 'dryRun',
    summary: [message('run.dryRun'), ...(isCleaning ? [] : [would]), ...besides],
  };
}

function has(facts: Facts, outcome: StepOutcome): boolean {
  return facts.steps.some(({ result }) => result.outcome === outcome);
}

function removedSentence(facts: Facts): readonly Message[] {
  const products = productsOf(facts.steps.filter(({ result }) => stepOutcomes[result.outcome].off));
  return products.length === 0 ? [] : [message('run.removed', { products })];
}

/** What hurt is told by name; of what only remained there is too much for that. */
function doneSentences({ repairs }: Facts): readonly Message[] {
  const { mending, cleaning } = sorted(repairs.filter(({ result }) => result.outcome === 'done'));
  const names = productsOf(mending);
  const count = cleaning.length;
  return [
    ...(names.length === 0 ? [] : [message('run.repaired', { names })]),
    ...(count === 0 ? [] : [message('run.cleaned', { count })]),
  ];
}

function sorted(repairs: readonly TakenStep[]) {
  const isCleaning = ({ step }: TakenStep) => step.about.kind === 'remains';
  return {
    mending: repairs.filter((taken) => !isCleaning(taken)),
    cleaning: repairs.filter(isCleaning),
  };
}

/** One name can stand for several findings; it is said once. */
function productsOf(steps: readonly TakenStep[]): readonly (string | Message)[] {
  return [...new Set(steps.map(({ step }) => nameOf(step)))].map(spokenName);
}

function namesOf(all: readonly { readonly name: string }[]): readonly (string | Message)[] {
  return [...new Set(all.map(({ name }) => name))].map(spokenName);
}
