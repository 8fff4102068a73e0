import { secretRefs, type ActionResult } from '../../../shared/domain/action.ts';
import { redactMessages } from '../../../shared/domain/redact-message.ts';
import { redactText } from '../../../shared/windows/redact-text.ts';
import type { Secrets } from '../../machine/machine.ts';

/**
 * Takes passwords out of what an uninstaller said before it is written or shown anywhere. Adapters keep them
 * out too; this is the last gate in front of the journal.
 */
export function redactResult(result: ActionResult, secrets: Secrets): ActionResult {
  const given = givenSecrets(secrets);
  return {
    ...result,
    command: redactText(result.command, given),
    message: redactMessages(result.message, given),
    said: redactText(result.said, given),
  };
}

/** The passwords that were given, to be kept out of a text. */
export function givenSecrets(secrets: Secrets): readonly string[] {
  return secretRefs.map((ref) => secrets.get(ref)).filter((secret) => secret !== undefined);
}
