import { drivers } from '../../catalog/drivers.ts';
import { scope } from '../../catalog/scope.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';

/** What makes Windows want a restart, as comparable texts: each file that waits is a sign of its own. */
export function restartSigns(inventory: Inventory): string[] {
  return inventory.pendingRestarts.items.flatMap(({ source, detail }) =>
    signsIn(detail === '' ? source : `${source}: ${detail}`),
  );
}

/**
 * Restarts that are pending now, were not before, and that a removal of ours can be the reason of. Browsers, updaters and
 * virus scanners name files for the next start all day, so of those only the vendor's count; and once the computer has been
 * restarted, nothing but those. `before` may be what version 0.1.0 wrote.
 */
export function newRestartSigns(
  before: readonly string[],
  after: Inventory,
  restarted = false,
): string[] {
  const known = new Set(before.flatMap(signsIn));
  const isOwn = (sign: string) =>
    sign.includes(separator) ? vendorsFile.test(sign) : !restarted && !weak.test(sign);
  return restartSigns(after).filter((sign) => !known.has(sign) && isOwn(sign));
}

const separator = ': ';

/** Where no file is named, the place is the sign; version 0.1.0 had a sentence of ours behind it. */
function signsIn(text: string): readonly string[] {
  const [source = ''] = text.split(separator, 1);
  const files = text.slice(source.length).match(file) ?? [];
  return files.length === 0 ? [source] : files.map((path) => `${source}${separator}${path}`);
}

const file = /(?:[A-Za-z]:|\\)\\[^;]*/g;

/** By a name of the vendor's on the way to it, or as one of its drivers, whose newer ones carry a version. */
const vendorsFile = new RegExp(
  `${scope.hints.join('|')}|\\\\(?:${drivers.map(({ name }) => name).join('|')})(?:[._][\\w.-]+)?(?:\\\\|\\.sys$|$)|\\\\drivers\\\\kl\\w+`,
  'i',
);

/**
 * On many healthy computers these are there for ever; Windows Update itself does not believe them. Sources: issue 3909 of
 * chef/chef; change 130 of GoogleCloudPlatform/osconfig.
 */
const weak = /UpdateExeVolatile|PostRebootReporting|CurrentRebootAttempts/;

/** The time of a start is worked out from a clock that may be set by a little, and from how long the computer runs. */
const sameStartMs = 2 * 60_000;

/** A look at a computer, and when that had been started last, both by the clock that it had then. */
export interface Look {
  readonly at: string;
  readonly bootedAt: string;
}

/**
 * Whether the computer was started anew since a look at it; false where nobody knows. How long it has been running only ever
 * grows until then, whatever becomes of its clock.
 */
export function hasRestarted(then: Look | null, now: Now): boolean {
  const since = then === null ? null : sinceLook(then, now);
  return since !== null && (since.runsShorter || since.movedMs > sameStartMs);
}

/**
 * Whether it is certain that the computer was not started anew since a look at it. A clock that was set counts for a start:
 * one is missed only where the clock was set to hide just that.
 */
export function isSameStart(then: Look, now: Now): boolean {
  const since = sinceLook(then, now);
  return since !== null && !since.runsShorter && Math.abs(since.movedMs) <= sameStartMs;
}

type Now = Pick<Inventory, 'machine' | 'collectedAt'>;

function sinceLook(then: Look, { machine: { bootedAt }, collectedAt }: Now) {
  if (bootedAt === undefined) return null;
  const ran = Date.parse(then.at) - Date.parse(then.bootedAt);
  const runs = Date.parse(collectedAt) - Date.parse(bootedAt);
  const movedMs = Date.parse(bootedAt) - Date.parse(then.bootedAt);
  return { runsShorter: runs < ran - inexactMs, movedMs };
}

/** Both are told in whole seconds, a moment before or after the look. */
const inexactMs = 5_000;
