import { secretRefs, type SecretRef } from '../../../shared/domain/action.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import type { Secrets } from '../../machine/machine.ts';
import type { JournalEntry } from '../record/journal-entry.ts';

/**
 * The passwords that a person gave, to be tried in turn: one attempt each. They live in memory only; what is remembered
 * of one that was refused is how many were refused before, and nothing that could be made of the password itself.
 */
export interface Passwords {
  /** In the order in which they are tried, none of them twice. */
  all(ref: SecretRef): readonly string[];
}

export const noPasswords: Passwords = { all: () => [] };

/** What an attempt hands over; the first one is 0. */
export function passwordsOfAttempt(passwords: Passwords, attempt: number): Secrets {
  return { get: (ref) => passwords.all(ref)[attempt] };
}

/** Every password there is, to be kept out of a text. */
export function everyPassword(passwords: Passwords): readonly string[] {
  return secretRefs.flatMap((ref) => passwords.all(ref));
}

/** How often a step is attempted at most; a product that takes no password, or was given none, once. */
export function mostAttempts(passwords: Passwords, { action }: Step): number {
  if (action.kind !== 'uninstallMsi') return 1;
  return Math.max(1, ...action.secretProperties.map(({ secret }) => passwords.all(secret).length));
}

/**
 * How many passwords the product of a step has refused since a start last came to its end. After that a person has
 * seen what was refused, and those given then are others.
 */
export function refusedPasswords(entries: readonly JournalEntry[], stepId: string): number {
  const ended = entries.findLastIndex(({ fact }) => fact.kind === 'runFinished');
  return entries
    .slice(ended + 1)
    .filter(({ fact }) => fact.kind === 'stepJudged' && fact.result.stepId === stepId)
    .filter(({ fact }) => fact.kind === 'stepJudged' && fact.result.outcome === 'passwordWrong')
    .length;
}
