import {
  installerExitCodes,
  type InstallerExitCode,
  type InstallerWords,
} from '../../catalog/installer/installer-exit-codes.ts';
import type { ActionResult } from '../../../shared/domain/action.ts';
import { message, type Message } from '../../../shared/domain/message.ts';

type Row = Pick<InstallerExitCode, 'verdict' | 'words'>;

/** What an exit code means. */
export function rowOf(code: number | null): Row {
  return installerExitCodes.find((row) => row.code === code) ?? undocumented;
}

const undocumented: Row = {
  verdict: 'fatal',
  words: { cause: 'undocumented', help: 'logFirst' },
};

/** Why it failed by its code, what is known besides, and what to do. */
export function explained(
  { cause, help }: InstallerWords,
  result: ActionResult,
): readonly Message[] {
  return [
    message(`installer.cause.${cause}`, { code: String(result.exitCode) }),
    ...told(result),
    message(`installer.help.${help}`),
  ];
}

/** What is known of it, and what the uninstaller itself said, as it stands. */
export function told({ message: known, said, undone }: ActionResult): readonly Message[] {
  const words = said?.trim() ?? '';
  return [
    ...known,
    ...(undone ? [message('removal.undone')] : []),
    ...(words === '' ? [] : [message('judged.said', { said: sentence(words) })]),
  ];
}

function sentence(text: string): string {
  return /[.!?。！？]$/.test(text) ? text : `${text}.`;
}
