import type { Evidence } from '../../../shared/domain/finding.ts';
import type { Executable } from '../../../shared/domain/inventory/executables.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { claimOf, type Claim, type ClaimKind } from './vendor/executable-claim.ts';
import { homesIn, type Home } from './executable-home.ts';
import { sign, type Sign } from './sign.ts';

/** Places of one finding that are told one by one. */
const mostPlaces = 20;

/**
 * Signs of the programs that a deep scan found, one for each place. They say that something of the vendor's is there, and
 * where; nothing is ever proven by them, so that nothing is removed on their account alone.
 */
export function executableSigns(inventory: Inventory): Sign[] {
  // Without a deep scan there are none, and what they could belong to need not be known.
  if (inventory.executables.items.length === 0) return [];
  const homeOf = homesIn(inventory);
  const groups = new Map<string, Group>();
  for (const file of inventory.executables.items) {
    const claim = claimOf(file);
    if (claim === null) continue;
    const home = homeOf(file, claim);
    const key = [home.id, home.place, claim.kind, claim.maker].join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { home, claim, files: [file] });
    else group.files.push(file);
  }
  return byHome([...groups.values()]).flatMap(signsOf);
}

/** Programs in one place that say the same of their maker. */
interface Group {
  readonly home: Home;
  readonly claim: Claim;
  readonly files: Executable[];
}

function byHome(groups: readonly Group[]): readonly (readonly Group[])[] {
  const homes = new Map<string, Group[]>();
  for (const group of groups)
    homes.set(group.home.id, [...(homes.get(group.home.id) ?? []), group]);
  return [...homes.values()].map((each) => each.sort(strongestFirst));
}

function signsOf(groups: readonly Group[]): Sign[] {
  const rest = groups.slice(mostPlaces);
  return [
    ...groups.slice(0, mostPlaces).map((group) => signOf(group, saysOf(group))),
    ...rest.slice(0, 1).map((group) => {
      const count = rest.reduce((sum, { files }) => sum + files.length, 0);
      return signOf(group, message('evidence.executable.elsewhere', { count }));
    }),
  ];
}

function signOf({ home, claim, files }: Group, says: Message): Sign {
  const { ties } = home;
  return sign({
    ...ties,
    evidence: {
      kind: 'executable',
      ref: firstOf(files).path,
      says,
      strength: strengths[claim.kind],
    },
  });
}

/** Only a signature that the system accepts says more than anybody can write. */
const strengths: Readonly<Record<ClaimKind, Evidence['strength']>> = {
  valid: 'support',
  certified: 'support',
  resigned: 'hint',
  unsigned: 'hint',
  refused: 'hint',
  unknown: 'hint',
  notChecked: 'hint',
};
const order = Object.keys(strengths);

function strongestFirst(a: Group, b: Group): number {
  return (
    order.indexOf(a.claim.kind) - order.indexOf(b.claim.kind) ||
    (firstOf(a.files).path < firstOf(b.files).path ? -1 : 1)
  );
}

function saysOf({ claim: { kind, maker, signer }, files }: Group): Message {
  const file = fileWords(files);
  if (kind === 'certified' || kind === 'resigned')
    return message(`evidence.executable.${kind}`, { maker, signer: signer ?? '', file });
  return message(`evidence.executable.${kind}`, { maker, file });
}

/** One of them with its version, and how many more there are. */
function fileWords(files: readonly Executable[]): string | Message {
  const { path, fileVersion } = firstOf(files);
  const first =
    fileVersion === null
      ? path
      : message('evidence.executable.file', { path, version: fileVersion });
  const count = files.length - 1;
  return count === 0 ? first : message('evidence.executable.several', { file: first, count });
}

/** The first by its path, whatever order the inventory has. */
function firstOf(files: readonly Executable[]): Executable {
  const [first, ...rest] = files;
  if (first === undefined) throw new Error('A group has at least one file.');
  return rest.reduce((best, file) => (file.path < best.path ? file : best), first);
}
