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

/** Whether the computer was started anew between two looks at it; false where nobody knows. */
export function hasRestarted(before: string | null, now: Inventory): boolean {
  const { bootedAt } = now.machine;
  if (before === null || bootedAt === undefined) return false;
  return Date.parse(bootedAt) - Date.parse(before) > sameStartMs;
}
