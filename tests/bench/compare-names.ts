import { writtenPrograms } from './uninstall-registry.ts';

/** How a list of programs differs from what was written. */
export interface NameCheck {
  readonly right: number;
  readonly wrong: number;
  readonly missing: number;
  /** Listed, but never written. */
  readonly extra: number;
  readonly example: string | null;
}

/** Names by name of the key, which is unique over both views. */
export type Names = ReadonlyMap<string, string | undefined>;

export function compareNames(found: Names): NameCheck {
  let [right, missing] = [0, 0];
  const wrong: string[] = [];
  for (const { keyName, values } of writtenPrograms) {
    if (!found.has(keyName)) missing += 1;
    else if (found.get(keyName) === values['DisplayName']) right += 1;
    else wrong.push(`${String(values['DisplayName'])} → ${found.get(keyName) ?? 'nothing'}`);
  }
  const extra = found.size - right - wrong.length;
  return { right, wrong: wrong.length, missing, extra, example: wrong[0] ?? null };
}
