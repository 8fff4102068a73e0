import type { SecretRef } from '../../../shared/domain/action.ts';
import type { ActionResult } from '../../../shared/domain/action.ts';
import type { Secrets } from '../../machine/machine.ts';

const refs: readonly SecretRef[] = ['kaspersky', 'agent'];

/**
 * Takes passwords out of what an uninstaller said before it is written or shown anywhere. Adapters keep them
 * out too; this is the last gate in front of the journal.
 */
export function redactResult(result: ActionResult, secrets: Secrets): ActionResult {
  return {
    ...result,
    command: redactText(result.command, secrets),
    message: redactText(result.message, secrets),
  };
}

export function redactText<T extends string | null>(text: T, secrets: Secrets): T | string {
  if (text === null) return text;
  const hidden = refs.flatMap((ref) => writings(secrets.get(ref)));
  return hidden.reduce<string>((rest, word) => replaceWord(rest, word), text);
}

/** A password as it stands and as Windows Installer properties carry it. */
function writings(secret: string | undefined): readonly string[] {
  if (secret === undefined || secret === '') return [];
  return [Buffer.from(secret, 'utf16le').toString('hex'), secret];
}

function replaceWord(text: string, word: string): string {
  const pattern = word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return text.replaceAll(new RegExp(pattern, 'gi'), '(hidden)');
}
