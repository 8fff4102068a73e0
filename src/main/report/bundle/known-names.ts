import { hostname, userInfo } from 'node:os';
import type { GuideSnapshot } from '../../../shared/contract/guide.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import type { NameKind } from './places-of-names.ts';
import type { Name } from './spellings.ts';

type Given = string | null | undefined;

/** The fields of an inventory that hold nothing but names; what is a name elsewhere is known by where it stands. */
const fields: Readonly<Partial<Record<NameKind, (inventory: Inventory) => readonly Given[]>>> = {
  computer: ({ machine }) => [machine.computerName],
  person: ({ profiles, services, scheduledTasks }) => [
    ...profiles.items.map(({ folder }) => lastPart(folder)),
    ...services.items.map(({ account }) => account),
    ...scheduledTasks.items.map(({ author }) => author).filter((author) => author?.includes('\\')),
  ],
  policy: ({ assignedSoftware }) => assignedSoftware.items.map(({ policyName }) => policyName),
  server: ({ networkSettings, packageSources }) => [
    ...networkSettings.items.flatMap(({ data }) =>
      typeof data === 'string' ? hostNamesIn(data) : [],
    ),
    ...packageSources.items
      .flatMap(({ sources }) => sources)
      .map(({ place }) => /^(?:\\\\|https?:\/\/)([^\\/:]+)/i.exec(place)?.[1]),
  ],
  device: ({ deviceFilters }) =>
    deviceFilters.items.map(({ instanceId }) => lastPart(instanceId)).filter(isNumberOfItsOwn),
};

/** What is known to be personal before a text is looked at. */
export function knownNames(
  inventory: Inventory | null,
  record: RunRecord | null,
  { technician }: GuideSnapshot,
): readonly Name[] {
  const ofInventory = Object.entries(fields).flatMap(([kind, names]) =>
    named(kind as NameKind, inventory === null ? [] : names(inventory)),
  );
  return [
    ...named('computer', [record?.computerName, hostname()]),
    ...ofInventory,
    ...named('person', [ownAccount(), technician.technician]),
    ...named('organization', [technician.customer]),
  ];
}

/** The name of the account that this program runs as; null for one without, as containers have them. */
export function ownAccount(read: () => { readonly username: string } = userInfo): string | null {
  try {
    return read().username;
  } catch {
    return null;
  }
}

function named(kind: NameKind, names: readonly Given[]): readonly Name[] {
  return names.flatMap((name) =>
    name === null || name === undefined || /^(?:NT AUTHORITY|NT SERVICE)\\/i.test(name)
      ? []
      : [{ kind, name: name.replace(/^\.\\/, '') }],
  );
}

/** `http=proxy:80;https=http://wsus.acme.example:8531/x` names two. */
function hostNamesIn(text: string): readonly string[] {
  return text
    .split(/[;,\s]+/)
    .map((part) => part.replace(/^[a-z]+=/i, '').replace(/^[a-z]+:\/\//i, ''))
    .map((part) => part.split(/[/:]/, 1).join(''))
    .filter((name) => /[a-z]/i.test(name));
}

/** What a device calls itself on every computer; what Windows numbers for itself holds an ampersand. */
function isNumberOfItsOwn(id: string): boolean {
  return id.length > 4 && !id.includes('&');
}

function lastPart(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}
