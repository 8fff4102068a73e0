import {
  installerExitCodes,
  type InstallerExitCode,
  type InstallerHelp,
  type InstallerWords,
} from '../../catalog/installer/installer-exit-codes.ts';
import type { ActionResult } from '../../../shared/domain/action.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type { Obstacle } from '../../../shared/domain/plan/way-out.ts';
import type { Verdict } from './judging.ts';

type Row = Pick<InstallerExitCode, 'verdict' | 'words'>;

/** What an exit code means. */
export function rowOf(code: number | null): Row {
  const plain = plainCode(code);
  return installerExitCodes.find((row) => row.code === plain) ?? undocumented;
}

/** Bundles hand on what Windows Installer ended with as an HRESULT: 0x80070643 is 1603. */
export function plainCode(code: number | null): number | null {
  const unsigned = code === null ? 0 : code >>> 0;
  const low = unsigned & 0xff_ff;
  return unsigned >>> 16 === ofWindows && low > 0 ? low : code;
}

const ofWindows = 0x80_07;

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

/** Where trying again, or what else is said to help, is all that is needed, nothing is in the way for good. */
const stuck: Readonly<Partial<Record<InstallerHelp, Obstacle>>> = {
  package: 'packageMissing',
  vendorTool: 'uninstallerFailed',
  log: 'uninstallerFailed',
  logFirst: 'uninstallerFailed',
};

/** Why a product stays whose uninstaller failed; null where nothing but another try is needed. */
export function obstacleOf(
  words: (Pick<InstallerWords, 'help'> & { readonly cause?: string }) | null,
  { undone }: ActionResult,
): Obstacle | null {
  if (words?.cause === 'damagedRegistration') return 'registrationBroken';
  const obstacle = words === null ? undefined : stuck[words.help];
  if (obstacle !== 'packageMissing' && undone) return 'rolledBack';
  return obstacle ?? null;
}

export function stuckBy(obstacle: Obstacle | null): Pick<Verdict, 'obstacle'> {
  return obstacle === null ? {} : { obstacle };
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
