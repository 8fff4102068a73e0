import type { ActionOf } from '../../../shared/domain/action.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type { RegistryTree } from '../../../shared/domain/repair-actions.ts';
import { formatCommandLine } from '../../../shared/windows/command-line.ts';
import { textsOf } from '../../../shared/windows/multi-string.ts';
import type { Asked } from '../windows/perform/defender-control.ts';
import { exited, type Performer } from '../windows/perform/performer.ts';
import type { KeyControl, QuarantineBench } from '../windows/perform/quarantine-control.ts';
import { forgetKeptKey, readKeptKey, writeKeptKey } from './kept-key.ts';
import { isPartOf, mergeTrees } from './kept-tree.ts';
import { placeInQuarantine } from './place-in-quarantine.ts';
import { vendorFolderPlace } from './vendor-places.ts';

type Take = ActionOf<'quarantineAmsiProvider'>;
type Return = ActionOf<'returnAmsiProvider'>;

const providerKey =
  /^HKLM\\SOFTWARE\\Microsoft\\AMSI\\Providers\\(\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\})$/i;
const software = 'HKLM\\SOFTWARE';

/**
 * Where the key of a provider says that it is registered: as a provider first, then as a class, each for 64-bit and for
 * 32-bit programs. Other keys are never touched here. Source: Microsoft, win32 docs, "Registry Keys Affected by WOW64".
 */
function placesOf(key: string): { readonly providers: readonly string[]; classes: string[] } {
  const clsid = providerKey.exec(key)?.[1];
  if (clsid === undefined) return { providers: [], classes: [] };
  return {
    providers: [key, `${software}\\WOW6432Node\\Microsoft\\AMSI\\Providers\\${clsid}`],
    classes: [
      `${software}\\Classes\\CLSID\\${clsid}`,
      `${software}\\Classes\\WOW6432Node\\CLSID\\${clsid}`,
    ],
  };
}

function allPlacesOf(key: string): readonly string[] {
  const { providers, classes } = placesOf(key);
  return [...providers, ...classes];
}

/** Keeps all keys that register a provider in one file of the quarantine, then takes them out of the registry. */
export const quarantineAmsiProvider: Performer<Take, QuarantineBench> = {
  command: ({ key }) => formatCommandLine('reg.exe', ['delete', key, '/f']),
  refuse: ({ key }, here) => refusePlace(key, here.keys) ?? refuseLibraries(key, here),
  before({ key }, _here, { quarantineFolder }) {
    const kept = `${placeInQuarantine(quarantineFolder(), key)}.json`;
    return { value: { kind: 'keptKey', kept } };
  },
  act({ key }, before, _context, here) {
    if (before?.kind !== 'keptKey') throw new Error('It was not remembered where it goes.');
    const now = wholeTree(key, here.keys);
    if ('code' in now) return exited(now.code, here);
    // An attempt before this one may have got through half of it.
    writeKeptKey(before.kept, key, mergeTrees(readKeptKey(before.kept, key) ?? [], now.value));
    const there = allPlacesOf(key).filter((place) => below(place, now.value).length > 0);
    return exited(
      firstError(there, (place) => here.keys.deleteTree(place)),
      here,
    );
  },
};

/** Writes them again as they were kept, where nothing else stands now. */
export const returnAmsiProvider: Performer<Return, QuarantineBench> = {
  command: ({ key, kept }) => formatCommandLine('reg.exe', ['import', kept, key]),
  refuse: (action, here) => refusePlace(action.key, here.keys) ?? refuseReturn(action, here.keys),
  before: ({ kept }) => ({ value: { kind: 'keptKey', kept } }),
  act({ key, kept }, _before, _context, here) {
    const whole = readKeptKey(kept, key) ?? [];
    // The class first, so that nobody finds a provider without its library.
    const there = allPlacesOf(key)
      .filter((place) => below(place, whole).length > 0)
      .toReversed();
    const code = firstError(there, (place) => here.keys.writeTree(place, below(place, whole)));
    if (code === 0) forgetKeptKey(kept);
    return exited(code, here);
  },
};

function refusePlace(key: string, keys: KeyControl): Message | null {
  const places = allPlacesOf(key);
  if (places.length === 0) return message('refused.notAVendorKey', { key });
  const link = places.find((place) => keys.isLink(place));
  return link === undefined ? null : message('refused.registryLink', { key: link });
}

/** Every library that any program would load for it has to be the vendor's, and gone. */
function refuseLibraries(key: string, { keys, folders }: QuarantineBench): Message | null {
  const libraries = placesOf(key).classes.map((place, index) => {
    const read = keys.value(`${place}\\InprocServer32`, '');
    if ('code' in read) return null;
    const [text = ''] = textsOf(read.value?.data ?? '');
    const plain = text.replaceAll('"', '');
    // A variable means another place in a 32-bit program, so that one stays in and is no place.
    return index === 0 ? keys.expanded(plain) : plain;
  });
  const named = libraries.filter((library) => library !== '');
  if (named.length === 0) return message('refused.notAVendorKey', { key });
  const places = folders.places();
  for (const library of named) {
    const place = library === null ? null : vendorFolderPlace(library, places);
    if (library === null || place === null || place.below.length === 0)
      return message('refused.notAVendorKey', { key });
    const now = folders.look(library);
    if ('code' in now || now.value !== null) return message('refused.scannerThere', { library });
  }
  return null;
}

function refuseReturn({ key, kept }: Return, keys: KeyControl): Message | null {
  const whole = readKeptKey(kept, key);
  if (whole === null) return message('refused.notKept', { path: key });
  const now = wholeTree(key, keys);
  // Part of it may have been written before a crash.
  return 'value' in now && !isPartOf(now.value, whole)
    ? message('refused.placeTaken', { path: key })
    : null;
}

/** All keys that register a provider as one tree, in which each path is the whole one. */
function wholeTree(key: string, keys: KeyControl): Asked<RegistryTree> {
  const whole: RegistryTree[number][] = [];
  for (const place of allPlacesOf(key)) {
    const tree = keys.tree(place);
    if ('code' in tree) return tree;
    for (const each of tree.value ?? [])
      whole.push({ ...each, path: each.path === '' ? place : `${place}\\${each.path}` });
  }
  return { value: whole };
}

function below(place: string, whole: RegistryTree): RegistryTree {
  const isBelow = (path: string) => path.startsWith(`${place}\\`);
  return whole
    .filter(({ path }) => path === place || isBelow(path))
    .map((each) => ({ ...each, path: each.path.slice(place.length + 1) }));
}

function firstError(places: readonly string[], change: (place: string) => number): number {
  for (const place of places) {
    const code = change(place);
    if (code !== 0) return code;
  }
  return 0;
}
