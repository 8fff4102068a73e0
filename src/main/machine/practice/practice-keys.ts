import { z } from 'zod';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { providerKeyOf } from '../../../shared/domain/inventory/amsi-providers.ts';
import type { RawValue, RegistryTree } from '../../../shared/domain/repair-actions.ts';
import { readSection } from '../../../shared/domain/section.ts';
import { sections, type SectionName } from '../../../shared/domain/sections.ts';
import { isAtOrBelow } from '../../../shared/windows/at-or-below.ts';
import { normaliseProductCode } from '../../../shared/windows/product-code.ts';
import type { QuarantineBench } from '../windows/perform/quarantine-control.ts';
import { isSame } from './recorded-paths.ts';

/** Keys and values of a recorded computer: the items of its sections that the registry of a real one would show. */
export function practiceKeys(
  inventory: () => Inventory,
  change: (inventory: Inventory) => void,
): QuarantineBench['keys'] {
  return {
    tree: (key) => ({ value: treeAt(inventory(), key) }),
    isLink: () => false,
    deleteTree: (key) =>
      done(
        change,
        keySections.reduce((now, name) => without(now, name, key), inventory()),
      ),
    writeTree: (key, tree) =>
      done(change, withItems(without(inventory(), null, key), itemsOf(tree))),
    value: (key, name) => ({ value: valueAt(inventory(), key, name) }),
    deleteValue: (key, name) =>
      done(
        change,
        keySections.reduce((now, each) => without(now, each, `${key}\\${name}`), inventory()),
      ),
    writeValue: (_key, _name, value) => done(change, withItems(inventory(), itemsIn(value))),
    expanded: (text) => text,
    isInstalled: (code) =>
      inventory().installerProducts.items.some(
        ({ productCode }) => normaliseProductCode(productCode) === code,
      ),
  };
}

function done(change: (inventory: Inventory) => void, inventory: Inventory): number {
  change(inventory);
  return 0;
}

/** The sections of a recorded computer that show keys and values of the registry, and where each item stands. */
const keyPlaces = {
  vendorKeys: 'key',
  programs: 'key',
  autostarts: 'key',
  firewallRules: 'key',
  browserExtensions: 'location',
  eventChannels: 'key',
  amsiProviders: 'clsid',
} as const satisfies Partial<Record<SectionName, string>>;
const keySections = Object.keys(keyPlaces) as readonly (keyof typeof keyPlaces)[];

type KeySection = keyof typeof keyPlaces;

function placeIn(section: KeySection, item: object): string {
  const texts = item as Readonly<Record<string, string>>;
  const place = texts[keyPlaces[section]] ?? '';
  if (section === 'amsiProviders') return providerKeyOf({ clsid: place });
  const isValue = section === 'autostarts' || section === 'firewallRules';
  return isValue ? `${place}\\${texts['name'] ?? ''}` : place;
}

function without(inventory: Inventory, only: KeySection | null, place: string): Inventory {
  return keySections
    .filter((name) => only === null || name === only)
    .reduce((now, name) => {
      const section = now[name];
      const items: readonly object[] = section.items;
      const left = items.filter((item) => !isAtOrBelow(placeIn(name, item), place));
      return left.length === items.length
        ? now
        : { ...now, [name]: readSection([...left], section.gaps) };
    }, inventory);
}

interface RecordedItem {
  readonly section: KeySection;
  readonly item: object;
}

/** The items of a recorded computer in place of what the registry of a real one has. */
function treeAt(inventory: Inventory, key: string): RegistryTree | null {
  const items = recordedAt(inventory, key);
  if (items.length === 0) return null;
  return [{ path: '', values: [{ name: 'recorded', ...recordedValue(items) }] }];
}

function recordedAt(inventory: Inventory, place: string): readonly RecordedItem[] {
  return keySections.flatMap((section) =>
    inventory[section].items
      .filter((item: object) => isAtOrBelow(placeIn(section, item), place))
      .map((item: object): RecordedItem => ({ section, item })),
  );
}

function recordedValue(items: readonly RecordedItem[]): RawValue {
  return { type: 0, data: Buffer.from(JSON.stringify(items)).toString('hex') };
}

const recordedSchema = z.array(
  z.object({
    section: z.enum(Object.keys(keyPlaces) as [KeySection, ...KeySection[]]),
    item: z.unknown(),
  }),
);

function itemsOf(tree: RegistryTree): unknown {
  const data = tree[0]?.values[0]?.data ?? '';
  return JSON.parse(Buffer.from(data, 'hex').toString());
}

function withItems(inventory: Inventory, kept: unknown): Inventory {
  return recordedSchema.parse(kept).reduce((now, { section, item }) => {
    const whole = sections[section].item(z).parse(item);
    const { items, gaps } = now[section];
    return { ...now, [section]: readSection([...items, whole] as never[], gaps) };
  }, inventory);
}

/** What a plan expects of a value is its text; that of a whole item has the item behind its end. */
function valueAt(inventory: Inventory, key: string, name: string): RawValue | null {
  const scanner = inventory.amsiProviders.items.find(({ clsid }) =>
    isSame(key, `HKLM\\SOFTWARE\\Classes\\CLSID\\${clsid}\\InprocServer32`),
  );
  if (scanner !== undefined) {
    const { library } = scanner;
    return textValue(`${library ?? ''}\0`);
  }
  const program = inventory.programs.items.find((each) => isSame(each.key, key));
  const texts: Readonly<Record<string, string | null | undefined>> = {
    DisplayName: program?.displayName,
    Publisher: program?.publisher,
    UninstallString: program?.uninstallString,
  };
  const text = texts[name];
  if (typeof text === 'string') return textValue(`${text}\0`);
  const [whole] = recordedAt(inventory, `${key}\\${name}`);
  return whole === undefined ? null : textValue(`${textIn(whole)}\0${JSON.stringify([whole])}`);
}

function textIn({ item }: RecordedItem): string {
  const { command, id, program } = item as Readonly<Record<string, string | undefined>>;
  return command ?? id ?? (program === undefined ? '' : `|App=${program}|`);
}

function textValue(text: string): RawValue {
  return { type: 1, data: Buffer.from(text, 'utf16le').toString('hex') };
}

function itemsIn({ data }: RawValue): readonly unknown[] {
  const text = Buffer.from(data, 'hex').toString('utf16le');
  return z.array(z.unknown()).parse(JSON.parse(text.slice(text.indexOf('\0') + 1)));
}
