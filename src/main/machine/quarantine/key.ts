import type { ActionOf } from '../../../shared/domain/action.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type { RawValue } from '../../../shared/domain/repair-actions.ts';
import { formatCommandLine } from '../../../shared/windows/command-line.ts';
import { textsOf } from '../../../shared/windows/multi-string.ts';
import { findProductCode } from '../../../shared/windows/product-code.ts';
import { exited, type Performer } from '../windows/perform/performer.ts';
import type { KeyControl, QuarantineBench } from '../windows/perform/quarantine-control.ts';
import { refuseClosed } from '../windows/perform/refuse-closed.ts';
import { forgetKeptKey, readKeptKey, writeKeptKey } from './kept-key.ts';
import { isPartOf, mergeTrees } from './kept-tree.ts';
import { placeInQuarantine } from './place-in-quarantine.ts';
import {
  isEntryOfPrograms,
  isValuePlace,
  isVendorKeyPlace,
  namesVendor,
  personOf,
} from './vendor-places.ts';

type TakeKey = ActionOf<'quarantineKey'>;
type ReturnKey = ActionOf<'returnKey'>;
type TakeValue = ActionOf<'quarantineValue'>;
type ReturnValue = ActionOf<'returnValue'>;

/** Keeps a key with all below it in a file of the quarantine, then takes it out of the registry. */
export const quarantineKey: Performer<TakeKey, QuarantineBench> = {
  command: ({ key }) => formatCommandLine('reg.exe', ['delete', key, '/f']),
  refuse: (action, here) =>
    refuseKey(action.key, here) ??
    refuseOther(action, here.keys) ??
    refuseForeignEntry(action, here.keys) ??
    refuseInstalled(action, here.keys),
  before({ key }, _here, { quarantineFolder }) {
    const kept = `${placeInQuarantine(quarantineFolder(), key)}.json`;
    return { value: { kind: 'keptKey', kept } };
  },
  act({ key }, before, _context, here) {
    if (before?.kind !== 'keptKey') throw new Error('It was not remembered where it goes.');
    const now = here.keys.tree(key);
    if ('code' in now) return exited(now.code, here);
    if (now.value === null) return exited(0, here);
    // An attempt before this one may have got through half of it.
    const kept = readKeptKey(before.kept, key) ?? [];
    writeKeptKey(before.kept, key, mergeTrees(kept, now.value));
    return exited(here.keys.deleteTree(key), here);
  },
};

/** Writes it again as it was kept, where nothing stands now. */
export const returnKey: Performer<ReturnKey, QuarantineBench> = {
  command: ({ key, kept }) => formatCommandLine('reg.exe', ['import', kept, key]),
  refuse: (action, here) => refuseKey(action.key, here) ?? refuseReturn(action, here.keys),
  before: ({ kept }) => ({ value: { kind: 'keptKey', kept } }),
  act({ key, kept }, _before, _context, here) {
    const tree = readKeptKey(kept, key);
    const code = tree === null ? fileInvalid : here.keys.writeTree(key, tree);
    if (code === 0) forgetKeptKey(kept);
    return exited(code, here);
  },
};

/** ERROR_FILE_INVALID. Source: Microsoft, Windows SDK header `winerror.h`. */
const fileInvalid = 1006;

/** Takes one value out of a key of which the others stay. */
export const quarantineValue: Performer<TakeValue, QuarantineBench> = {
  command: ({ key, name }) => formatCommandLine('reg.exe', ['delete', key, '/v', name, '/f']),
  refuse: (action, here) => refuseValue(action.key, here) ?? refuseOtherValue(action, here.keys),
  before: ({ key, name }, { keys }) => valueNow(key, name, keys),
  act: ({ key, name }, _before, _context, here) => exited(here.keys.deleteValue(key, name), here),
};

/** Writes it again where none of its name stands now. */
export const returnValue: Performer<ReturnValue, QuarantineBench> = {
  command: ({ key, name }) => formatCommandLine('reg.exe', ['add', key, '/v', name, '/f']),
  refuse: ({ key, name, value }, here) =>
    refuseValue(key, here) ?? refuseValueTaken({ key, name }, value, here.keys),
  before: ({ key, name }, { keys }) => valueNow(key, name, keys),
  act: ({ key, name, value }, _before, _context, here) =>
    exited(here.keys.writeValue(key, name, value), here),
};

/** What stands in a value, to be remembered; null where there is none. */
export function valueNow(key: string, name: string, keys: KeyControl) {
  const now = keys.value(key, name);
  return 'code' in now ? now : { value: { kind: 'registryValue', value: now.value } as const };
}

function refuseKey(key: string, here: QuarantineBench): Message | null {
  if (!isVendorKeyPlace(key)) return message('refused.notAVendorKey', { key });
  return refuseWhere(key, here);
}

function refuseValue(key: string, here: QuarantineBench): Message | null {
  if (!isValuePlace(key)) return message('refused.notAVendorKey', { key });
  return refuseWhere(key, here);
}

function refuseWhere(key: string, here: QuarantineBench): Message | null {
  const closed = refuseClosed(personOf(key), here);
  if (closed !== null) return closed;
  return here.keys.isLink(key) ? message('refused.registryLink', { key }) : null;
}

/** Somebody else has changed it meanwhile; theirs is the later word. */
function refuseOther({ key, expected }: TakeKey, keys: KeyControl): Message | null {
  for (const [name, wanted] of Object.entries(expected)) {
    const why = refuseOtherValue({ key, name, expected: wanted }, keys);
    if (why !== null) return why;
  }
  return null;
}

function refuseOtherValue(
  { key, name, expected }: Pick<TakeValue, 'key' | 'name' | 'expected'>,
  keys: KeyControl,
): Message | null {
  const now = keys.value(key, name);
  if ('code' in now) return null;
  const text = textOf(now.value);
  // A value of which nobody recorded the data has to name what the vendor's extensions are called.
  if (expected === null)
    return vendorExtensions.test(text)
      ? null
      : message('refused.otherData', { value: `${key}\\${name}`, now: text, expected: '' });
  return text === expected
    ? null
    : message('refused.otherData', { value: `${key}\\${name}`, now: text, expected });
}

/** Ids of the vendor's extensions for Chromium browsers. Sources: see the rows of the catalogue. */
export const vendorExtensionIds: readonly string[] = [
  'ahkjpbeeocnddjkakilopmfdlnjdpcdm',
  'amkpcclbbgegoafihnpgomddadjhcadd',
  'dhnkblpjbkfklfloegejegedcafpliaa',
];
const vendorExtensions = new RegExp(`^(?:${vendorExtensionIds.join('|')})(?:;|$)`, 'i');

/** Every vendor has its entries in the same place, and nothing but the publisher tells them apart. */
function refuseForeignEntry({ key }: TakeKey, keys: KeyControl): Message | null {
  if (!isEntryOfPrograms(key)) return null;
  const publisher = keys.value(key, 'Publisher');
  const isVendors = 'value' in publisher && namesVendor(textOf(publisher.value));
  return isVendors ? null : message('refused.notAVendorKey', { key });
}

/** What Windows Installer still knows is taken off by Windows Installer. */
function refuseInstalled({ key }: TakeKey, keys: KeyControl): Message | null {
  const name = /\\Uninstall\\([^\\]+)$/i.exec(key)?.[1];
  const code = name === undefined ? null : findProductCode(name);
  if (code === null || keys.isInstalled(code) === false) return null;
  return message('refused.stillInstalled', { name: key });
}

function refuseReturn({ key, kept }: ReturnKey, keys: KeyControl): Message | null {
  if (readKeptKey(kept, key) === null) return message('refused.notKept', { path: key });
  const now = keys.tree(key);
  if ('code' in now || now.value === null) return null;
  // Half of it may have been written before a crash.
  return isPartOf(now.value, readKeptKey(kept, key) ?? [])
    ? null
    : message('refused.placeTaken', { path: key });
}

/** Somebody has put something else there meanwhile; that is the later word. */
export function refuseValueTaken(
  { key, name }: Pick<ReturnValue, 'key' | 'name'>,
  value: RawValue,
  keys: KeyControl,
): Message | null {
  const now = keys.value(key, name);
  if ('code' in now || now.value === null) return null;
  const isSame = now.value.type === value.type && now.value.data === value.data;
  return isSame ? null : message('refused.placeTaken', { path: `${key}\\${name}` });
}

/** The text in a value, up to where it ends; empty where there is none. */
function textOf(value: RawValue | null): string {
  return textsOf(value?.data ?? '')[0] ?? '';
}
