import type { Inventory } from '../../../../../shared/domain/inventory.ts';
import type { PackageSources } from '../../../../../shared/domain/inventory/software/package-sources.ts';
import { tooManyEntries } from '../../../../../shared/domain/too-many-entries.ts';
import { unpackProductCode } from '../../../registry/packed-guid.ts';
import type { Registry, RegistryKey } from '../../../registry/registry.ts';
import { textOf } from '../../../registry/value-of.ts';
import { mentions } from '../reader/mentions.ts';
import { SectionReader } from '../reader/section-reader.ts';

type Source = PackageSources['sources'][number];

const ofMachine = 'HKLM\\SOFTWARE\\Classes\\Installer\\Products';
const managed = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\Managed';
/** Of one product, in each list; setup programs add a few. */
const mostSources = 100;

/**
 * The source lists of products that mention the vendor, of those that administrators register: what a person
 * registered for themselves is never removed. Microsoft: win32 docs, "Source Resiliency", `MsiSourceListEnumSources`.
 */
export function collectPackageSources(
  registry: Registry,
  hints: readonly string[],
): Inventory['packageSources'] {
  const reader = new SectionReader(registry);
  const places = [
    { path: ofMachine, userSid: null },
    ...reader
      .names(managed)
      .map((userSid) => ({ path: `${managed}\\${userSid}\\Installer\\Products`, userSid })),
  ];
  return reader.section(
    places.flatMap(({ path, userSid }) =>
      reader.children(path).flatMap((key) => {
        const productCode = unpackProductCode(key.name);
        if (productCode === null || !mentions(textOf(key, 'ProductName'), hints)) return [];
        return [{ productCode, userSid, ...sourcesOf(reader, `${key.path}\\SourceList`) }];
      }),
    ),
  );
}

function sourcesOf(
  reader: SectionReader,
  path: string,
): Pick<PackageSources, 'packageName' | 'sources'> {
  const list = reader.key(path);
  const found = [
    ...(list === null ? [] : lastUsed(list)),
    ...listed(reader, `${path}\\Net`, 'folder'),
    ...listed(reader, `${path}\\URL`, 'address'),
  ];
  const known = new Map(found.map((each) => [`${each.kind}${each.place.toLowerCase()}`, each]));
  return {
    packageName: list === null ? null : textOf(list, 'PackageName'),
    sources: [...known.values()],
  };
}

const kinds: Readonly<Record<string, Source['kind']>> = { n: 'folder', u: 'address', m: 'medium' };

/** `n;1;C:\\Downloads\\`: of which kind it is, its number in that list, and the place itself. */
function lastUsed(list: RegistryKey): Source[] {
  const [, kind = '', place = ''] =
    /^([num]);[^;]*;(.*)$/i.exec(textOf(list, 'LastUsedSource') ?? '') ?? [];
  const known = kinds[kind.toLowerCase()];
  return known === undefined || place === '' ? [] : [{ kind: known, place, writers: 'unknown' }];
}

function listed(reader: SectionReader, path: string, kind: Source['kind']): Source[] {
  const key = reader.key(path);
  if (key === null) return [];
  if (key.values.size > mostSources) reader.addGap(tooManyEntries(path, mostSources));
  return [...key.values.keys()].slice(0, mostSources).flatMap((name) => {
    const place = textOf(key, name);
    return place === null || place === '' ? [] : [{ kind, place, writers: 'unknown' as const }];
  });
}
