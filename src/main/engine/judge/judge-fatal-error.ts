import { installerErrors } from '../../catalog/installer/installer-errors.ts';
import { namesWithPassword, passwordWords } from '../../catalog/installer/password-words.ts';
import { productById } from '../../catalog/products/products.ts';
import type { ActionResult } from '../../../shared/domain/action.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import { pastObstacle } from '../../catalog/installer/ways-out.ts';
import { explained, obstacleOf, plainCode, rowOf, stuckBy, told } from './installer-words.ts';
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
  return failed(removal);
}

const fatalError = 1603;

function isSilent(removal: Removal): boolean {
  const { password, result } = removal;
  const isFatal = plainCode(result.exitCode) === fatalError;
  const saysNothing = isFatal && result.said === null && !result.undone;
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

function failed({ step, result }: Removal): Verdict {
  const error = installerErrors.find(
    ({ number }) => plainCode(result.exitCode) === number || hasError(result.said, number),
  );
  const { words } = rowOf(result.exitCode);
  const obstacle = stuckBy(obstacleOf(error ?? words, result));
  if (error !== undefined) {
    const cause = message(`installer.error.${error.cause}`);
    const help = message(`installer.help.${error.help}`);
    return { outcome: 'failed', message: [cause, ...told(result), help], ...obstacle };
  }
  const close = isClosedAtItsIcon(step) ? [message('installer.help.closeFirst')] : [];
  const why = words === null ? told(result) : explained(words, result);
  return { outcome: 'failed', message: [...why, ...close], ...obstacle };
}

/** `Error 1714.`, `Fehler 1714.`, `エラー 1714。`: the word is translated, the number is not. */
function hasError(said: string | null, number: number): boolean {
  return new RegExp(`(?<!\\d)${number}(?:\\.(?!\\d)|。)`).test(said ?? '');
}

function isClosedAtItsIcon({ about }: Step): boolean {
  return about.kind === 'product' && productById(about.productId).hazards.includes('close-first');
}

const obstacle = 'passwordLost';

function aboutPassword(removal: Removal, certainty: 'spoken' | 'guessed'): Verdict {
  const { step, result, password } = removal;
  const then = [...told(result), ...helpFor(password, step), ...forgotten(step)];
  if (password === 'given') {
    const why = message(`judged.wrong.${certainty}`);
    return { outcome: 'passwordWrong', message: [why, ...then], obstacle };
  }
  const outcome = password === 'notTaken' ? 'passwordByHand' : 'passwordMissing';
  return { outcome, message: [message(`judged.missing.${certainty}`), ...then], obstacle };
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
  const { ways } = pastObstacle(obstacle, about.family);
  if (ways.length === 0) return [];
  return [message('obstacle.passwordLost'), ...ways.map((way) => message(`nextStep.${way}`))];
}
