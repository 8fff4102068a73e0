import { readFileSync, statSync } from 'node:fs';
import type { LocalPolicy } from '../registry/collect-defender-settings.ts';
import { parsePolicyFile } from '../../formats/pol/parse-policy-file.ts';
import { systemFolder } from '../../windows/ffi/library.ts';
import { isAbsent } from '../../windows/system/windows-gap.ts';

/** Bytes; the file of a hardened computer has some ten thousand. */
const longest = 8 * 1024 * 1024;

/** What the local group policy of this computer writes. Microsoft: "Registry Policy File Format" names the place. */
export function readLocalPolicy(): LocalPolicy {
  return localPolicyOf(`${systemFolder()}\\GroupPolicy\\Machine\\Registry.pol`);
}

/** The same of a policy file anywhere; one that is not there writes nothing. */
export function localPolicyOf(path: string): LocalPolicy {
  const values = valuesIn(path);
  if (values === null) return () => null;
  return (key, name) => values.has(idOf(key.replace(/^HKLM\\/i, ''), name));
}

function valuesIn(path: string): ReadonlySet<string> | null {
  try {
    if (statSync(path).size > longest) return null;
    const values = parsePolicyFile(readFileSync(path));
    return values === null ? null : new Set(values.map(({ key, name }) => idOf(key, name)));
  } catch (error) {
    return isAbsent(error) ? new Set() : null;
  }
}

function idOf(key: string, name: string): string {
  return `${key}\\${name}`.toLowerCase();
}
