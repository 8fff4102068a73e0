import type { ActionResult } from '../../../shared/domain/action.ts';
import { redactMessages } from '../../../shared/domain/redact-message.ts';
import { redactText } from '../../../shared/windows/redact-text.ts';
import { everyPassword, type Passwords } from './passwords.ts';

/**
 * Takes passwords out of what an uninstaller said before it is written or shown anywhere. Adapters keep them
 * out too; this is the last gate in front of the journal.
 */
export function redactResult(result: ActionResult, passwords: Passwords): ActionResult {
  const given = everyPassword(passwords);
  return {
    ...result,
    command: redactText(result.command, given),
    message: redactMessages(result.message, given),
    said: redactText(result.said, given),
  };
}
