import { message, type Message } from '../../shared/domain/message.ts';
import { flagNames, usualName, type FlagName, type Forbiddable } from './policy-flags.ts';

/** One place in which somebody wrote what is usual here. */
export interface PolicyLayer {
  /** The file or the registry key. */
  readonly source: string;
  /** What is given with each flag: nothing for a switch that is on, null for one that is off. */
  readonly flags: ReadonlyMap<FlagName, readonly string[] | null>;
  readonly forbids: readonly Forbiddable[];
}

/** What is usual on this computer and what is forbidden; the strongest layer first. */
export type Policy = readonly PolicyLayer[];

/** Where Group Policy writes what the template of Cutover sets. */
export const policyKey = String.raw`HKLM\SOFTWARE\Policies\Cutover`;
/** Below it, what is forbidden: a value for each, by the name as it is typed. */
export const forbidKey = `${policyKey}\\Forbid`;

/** What a place says, or what is wrong with it. */
export type ReadLayer =
  | { readonly ok: true; readonly layer: PolicyLayer }
  | { readonly ok: false; readonly why: Message };

export function broken(source: string, what: Message): ReadLayer & { readonly ok: false } {
  return { ok: false, why: message('policy.broken', { source, what }) };
}

/** Where something is forbidden; null where it is not. */
export function forbiddenBy(policy: Policy, what: Forbiddable): string | null {
  const meant = usual(what);
  return (
    policy.find(({ forbids }) => forbids.some((each) => usual(each) === meant))?.source ?? null
  );
}

function usual(what: Forbiddable): string {
  const flag = flagNames.find((name) => `--${name}` === what);
  return flag === undefined ? what : `--${usualName(flag)}`;
}
