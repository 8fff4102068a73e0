import { isProtected } from '../../../shared/domain/is-protected.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { RunOutcome, StepOutcome } from '../../../shared/domain/outcome.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import type { Protection } from '../../../shared/domain/protection.ts';
import { stepOutcomes } from '../../../shared/domain/step-outcomes.ts';
import type { StepResult } from '../../../shared/domain/step.ts';
import { protectionSentence as sentenceOf } from '../protection/protection-sentence.ts';
import { remainingProducts, relevantLeftovers } from './verify.ts';

export interface Outcome {
  readonly outcome: RunOutcome;
  readonly summary: string;
}

export interface RunFacts {
  readonly plan: Plan;
  readonly steps: readonly StepResult[];
  readonly findingsAfter: readonly Finding[];
  readonly protection: Protection;
  /** Sections without which absence is not proven, in words; empty when everything was read. */
  readonly unproven: readonly string[];
  readonly cancelled: boolean;
  readonly dryRun: boolean;
}

/**
 * How a run ended. The first line that applies decides, the most serious first: what only a person can solve
 * (passwords), what went wrong with an uninstaller, a cancel, a product that stayed, a restart that is still
 * to come (before it nobody can say more), missing protection, remains. Only then a run was clean.
 */
export function runOutcome(facts: RunFacts): Outcome {
  if (facts.dryRun) return dryRun(facts);
  const failed = fromSteps.find(({ step }) =>
    facts.steps.some((result) => result.outcome === step),
  );
  if (failed !== undefined) return { outcome: failed.run, summary: summaryOfSteps(facts, failed) };
  if (facts.cancelled && facts.steps.some((result) => result.outcome === 'notRun')) {
    return { outcome: 'cancelled', summary: cancelledSummary(facts) };
  }
  if (has(facts, 'restartNeeded')) return restartNeeded(facts);
  return afterEverything(facts);
}

interface StepRow {
  readonly step: StepOutcome;
  readonly run: RunOutcome;
  readonly says: string;
}

const fromSteps: readonly StepRow[] = [
  { step: 'passwordWrong', run: 'passwordWrong', says: 'refused the password' },
  { step: 'passwordMissing', run: 'passwordMissing', says: 'needs a password' },
  { step: 'timedOut', run: 'timedOut', says: 'did not end in time' },
  { step: 'failed', run: 'uninstallerFailed', says: 'could not be removed' },
  {
    step: 'installerBusy',
    run: 'installerBusy',
    says: 'had to wait too long for Windows Installer',
  },
  { step: 'cancelled', run: 'cancelled', says: 'was cancelled' },
  { step: 'stillPresent', run: 'stillPresent', says: 'is still there' },
];

function summaryOfSteps(facts: RunFacts, row: StepRow): string {
  const names = facts.steps.filter(({ outcome }) => outcome === row.step).map(({ name }) => name);
  return join([`${list(names)} ${row.says}.`, removedSentence(facts), protectionSentence(facts)]);
}

function cancelledSummary(facts: RunFacts): string {
  const rest = facts.steps.filter(({ outcome }) => outcome === 'notRun').map(({ name }) => name);
  return join([
    `You cancelled before ${list(rest)} ${rest.length === 1 ? 'was' : 'were'} removed.`,
    removedSentence(facts),
    'Run this again to continue with what is still there.',
  ]);
}

function restartNeeded(facts: RunFacts): Outcome {
  const summary = join([
    'Removed as far as possible; Windows has to restart to finish.',
    isProtected(facts.protection) ? protectionSentence(facts) : waitingForProtection,
    'Run `cutover resume` after the restart: it checks the result.',
  ]);
  return { outcome: 'restartNeeded', summary };
}

const waitingForProtection =
  'No other antivirus is known to protect this computer yet; Microsoft Defender often takes over only after the restart.';

function afterEverything(facts: RunFacts): Outcome {
  const remaining = remainingProducts(facts.plan, facts.findingsAfter);
  if (remaining.length > 0) {
    const names = list(remaining.map(({ name }) => name));
    const summary = join([
      `${names} ${remaining.length === 1 ? 'is' : 'are'} still there.`,
      'The report says why and what to do.',
      protectionSentence(facts),
    ]);
    return { outcome: 'stillPresent', summary };
  }
  if (facts.unproven.length > 0) return unproven(facts);
  if (!isProtected(facts.protection)) return notProtected(facts);
  return withProtection(facts);
}

function unproven(facts: RunFacts): Outcome {
  const summary = join([
    `Nothing more was found, but that proves nothing: ${list(facts.unproven)} could not be read.`,
    'Run this again with administrator rights.',
    protectionSentence(facts),
  ]);
  return { outcome: 'stillPresent', summary };
}

function notProtected(facts: RunFacts): Outcome {
  const begin = removedSentence(facts) || 'There was nothing to remove.';
  return { outcome: 'notProtected', summary: join([begin, protectionSentence(facts)]) };
}

function withProtection(facts: RunFacts): Outcome {
  const leftovers = relevantLeftovers(facts.plan, facts.findingsAfter);
  if (leftovers.length > 0) {
    const summary = join([
      removedSentence(facts),
      `Remains are left: ${list(leftovers.map(({ name }) => name))}. The report says whether that matters.`,
      protectionSentence(facts),
    ]);
    return { outcome: 'remnantsLeft', summary };
  }
  if (facts.steps.length === 0) {
    const summary = join(['There was nothing to remove.', protectionSentence(facts)]);
    return { outcome: 'nothingToRemove', summary };
  }
  const summary = join([removedSentence(facts), protectionSentence(facts)]);
  return { outcome: 'cleanAndProtected', summary };
}

function dryRun(facts: RunFacts): Outcome {
  const names = facts.steps.map(({ name }) => name);
  const would =
    names.length === 0 ? 'Nothing would be removed.' : `Would be removed: ${list(names)}.`;
  return { outcome: 'dryRun', summary: `This was a dry run; nothing was changed. ${would}` };
}

function has(facts: RunFacts, outcome: StepOutcome): boolean {
  return facts.steps.some((result) => result.outcome === outcome);
}

function removedSentence(facts: RunFacts): string {
  const names = facts.steps
    .filter(({ outcome }) => stepOutcomes[outcome].off)
    .map(({ name }) => name);
  return names.length === 0 ? '' : `Removed: ${list(names)}.`;
}

function protectionSentence({ protection }: RunFacts): string {
  return sentenceOf(protection);
}

/** One name can stand for several findings; it is said once. */
function list(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(new Set(names));
}

function join(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
