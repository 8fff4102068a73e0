import type { ProtectionAction } from './action.ts';

/** What kind of step has this title of the engine; null when it is none that is known. */
export function restoreStepKind(title: string): ProtectionAction['kind'] | null {
  return titles.find(([pattern]) => pattern.test(title))?.[1] ?? null;
}

const titles: readonly (readonly [RegExp, ProtectionAction['kind']])[] = [
  [/^Remove the (?:policy|setting) /, 'removeRegistryValue'],
  [/^Let Windows start /, 'setServiceStart'],
  [/^Start /, 'startService'],
  [/^Update the signatures /, 'updateDefenderSignatures'],
];
