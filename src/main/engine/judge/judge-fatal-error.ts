import { forgottenPassword } from '../../catalog/installer/forgotten-password.ts';
import { installerErrors } from '../../catalog/installer/installer-errors.ts';
import { namesWithPassword, passwordWords } from '../../catalog/installer/password-words.ts';
import { productById } from '../../catalog/products/products.ts';
import type { ActionResult } from '../../../shared/domain/action.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import { explained, rowOf, told } from './installer-words.ts';
import type { Removal, Verdict } from './judging.ts';
import { presenceOf } from './presence.ts';

/**
 * A fatal error has no cause of its own, and that everything is where it was is none either. A password is blamed where
 * the installer names it, and guessed where it said nothing at all.
 */
export function judgeFatalError(removal: Removal): Verdict {
  const { result } = removal;
  if (namesPassword(result)) return aboutPassword(removal, 'spoken');
  if (isSilent(removal)) return aboutPassword(removal, 'guessed');
  return { outcome: 'failed', message: causes(removal) };
}

const fatalError = 1603;

function isSilent(removal: Removal): boolean {
  const { password, result } = removal;
  const saysNothing = result.exitCode === fatalError && result.said === null && !result.undone;
  return saysNothing && password !== 'notTaken' && isUntouched(removal);
}

/** Everything the step removes is where it was: the uninstaller gave up before its first change. */
function isUntouched({ gone, before, after }: Removal): boolean {
  const was = presenceOf(gone, before, before).present;
  const is = new Set(presenceOf(gone, before, after).present);
  return was.length > 0 && was.every((ref) => is.has(ref));
}

/** What an installer says is translated, what it writes into its log has the names of its properties. */
function namesPassword({ said, passwordNamed }: ActionResult): boolean {
  return passwordNamed || anyPassword.test((said ?? '').replaceAll(anyName, ''));
}

const anyPassword = new RegExp(
  `(?<![\\p{sc=Latin}\\p{sc=Cyrillic}])(?:${passwordWords.join('|')})`,
  'iu',
);
const anyName = new RegExp(namesWithPassword.join('|'), 'giu');

function causes({ step, result }: Removal): readonly Message[] {
  const error = installerErrors.find(
    ({ number }) => result.exitCode === number || hasError(result.said, number),
  );
  if (error !== undefined) {
    const cause = message(`installer.error.${error.cause}`);
    return [cause, ...told(result), message(`installer.help.${error.help}`)];
  }
  const { words } = rowOf(result.exitCode);
  const close = isClosedAtItsIcon(step) ? [message('installer.help.closeFirst')] : [];
  return [...(words === null ? told(result) : explained(words, result)), ...close];
}

/** `Error 1714.`, `Fehler 1714.`, `エラー 1714。`: the word is translated, the number is not. */
function hasError(said: string | null, number: number): boolean {
  return new RegExp(`(?<!\\d)${number}(?:\\.(?!\\d)|。)`).test(said ?? '');
}

function isClosedAtItsIcon({ about }: Step): boolean {
  return about.kind === 'product' && productById(about.productId).hazards.includes('close-first');
}

function aboutPassword(removal: Removal, certainty: 'spoken' | 'guessed'): Verdict {
  const { step, result, password } = removal;
  const then = [...told(result), ...helpFor(password, step), ...forgotten(step)];
  if (password === 'given') {
    return { outcome: 'passwordWrong', message: [message(`judged.wrong.${certainty}`), ...then] };
  }
  const outcome = password === 'notTaken' ? 'passwordByHand' : 'passwordMissing';
  return { outcome, message: [message(`judged.missing.${certainty}`), ...then] };
}

function helpFor(password: Removal['password'], step: Step): readonly Message[] {
  if (password === 'notTaken') return [message('judged.byHand.help')];
  if (password === 'notGiven') return [message('judged.missing.help')];
  return [message('judged.wrong.help'), ...otherUser(step)];
}

/** Only some products have users, and the administrator need not have kept the usual one. */
function otherUser({ about, action }: Step): readonly Message[] {
  if (about.kind !== 'product' || action.kind !== 'uninstallMsi') return [];
  const { loginProperty } = productById(about.productId).uninstall;
  const login = loginProperty === null ? undefined : action.properties[loginProperty];
  return login === undefined ? [] : [message('judged.wrong.login', { login, flag: '--login' })];
}

function forgotten({ about }: Step): readonly Message[] {
  if (about.kind !== 'product') return [];
  return [message(`forgottenPassword.${forgottenPassword[about.family]}`)];
}
