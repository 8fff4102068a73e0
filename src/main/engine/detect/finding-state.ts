import type { FindingState, RegisteringSection } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { normaliseProductCode } from '../../../shared/windows/product-code.ts';
import { isComplete, type Gap } from '../../../shared/domain/section.ts';
import type { ProductRow } from '../../catalog/products/product-row.ts';
import type { Sign } from './sign.ts';

/** A state, and which sections left it open. */
export interface JudgedState {
  readonly state: FindingState;
  readonly notRead: readonly RegisteringSection[];
}

/**
 * Installed, left over or portable. What could still be registered in a part that was not readable counts as
 * installed, because not known is never absent.
 */
export function stateOf(
  signs: readonly Sign[],
  row: ProductRow,
  inventory: Inventory,
): JudgedState {
  const isRegistered = signs.some(({ presence }) => presence === 'unbacked');
  if (
    signs.some(({ presence }) => presence === 'installed') ||
    (isRegistered && hasPrograms(signs, inventory))
  )
    return { state: 'installed', notRead: [] };
  if (signs.every((sign) => sign.presence === 'portable'))
    return { state: 'portable', notRead: [] };
  const notRead = row.isTrace
    ? []
    : registering.filter((name) => couldHide(signs, name, inventory));
  return { state: notRead.length > 0 ? 'installed' : 'leftover', notRead };
}

/** Programs of it may be on the disk: then its registration is damaged, and the product there. */
function hasPrograms(
  signs: readonly Sign[],
  { services, vendorFolders, files }: Inventory,
): boolean {
  if (![services, vendorFolders, files].every(isComplete)) return true;
  const own = (list: 'services' | 'folders') =>
    new Set(signs.flatMap(({ part }) => (part?.list === list ? [String(part.value)] : [])));
  const [names, folders] = [own('services'), [...own('folders')].map(asFolder)];
  return (
    services.items.some(({ name, imageExists }) => names.has(name) && imageExists !== false) ||
    vendorFolders.items.some(({ entries }) =>
      entries.some(
        ({ path }) =>
          /\.exe$/i.test(path) && folders.some((folder) => path.toLowerCase().startsWith(folder)),
      ),
    )
  );
}

function asFolder(path: string): string {
  return `${path.toLowerCase()}\\`;
}

const registering: readonly RegisteringSection[] = ['programs', 'installerProducts', 'vendorKeys'];

function couldHide(
  signs: readonly Sign[],
  name: RegisteringSection,
  inventory: Inventory,
): boolean {
  const section = inventory[name];
  if (section.state === 'unreadable') return true;
  return section.state === 'partial' && section.gaps.some((gap) => concerns(gap, name, signs));
}

/** A gap about one person's registry or one other product says nothing about this one. */
function concerns(gap: Gap, name: RegisteringSection, signs: readonly Sign[]): boolean {
  const subject = gap.subject.toUpperCase();
  if (subject.startsWith('HKU\\')) return false;
  const code = normaliseProductCode(subject);
  if (code !== null) return signs.some((sign) => sign.code === code);
  if (name !== 'vendorKeys' || !subject.startsWith('HKLM\\')) return true;
  return signs.some((sign) => sign.line !== null && isAround(subject, sign.line));
}

/** The gap is about the line itself, something in it, or a key above it. */
function isAround(subject: string, line: string): boolean {
  const below = subject.split('\\KASPERSKYLAB')[1];
  if (below === undefined) return true;
  const path = below.replace(/^\\(?:PROTECTED(?=\\|$)\\?)?/, '');
  return (
    path === '' || path === line || path.startsWith(`${line}\\`) || line.startsWith(`${path}\\`)
  );
}
