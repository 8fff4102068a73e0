import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import type { SectionName } from '../../../shared/domain/sections.ts';
import { isAtOrBelow } from '../../../shared/windows/at-or-below.ts';
import type { LeftoverCondition } from '../../catalog/leftover-kinds.ts';
import { isConfirmed } from '../../catalog/row.ts';
import { holdsRemains } from '../detect/folder-contents.ts';
import { driverByName } from '../detect/vendor/matchers.ts';
import type { FileIndex } from '../detect/vendor/file-index.ts';
import { foreignIn, isLiving, type Candidate, type StartedProgram } from './leftover-candidates.ts';

/** What a condition looks at. */
export interface LeftoverContext {
  readonly inventory: Inventory;
  readonly findings: readonly Finding[];
  /** Folders that go before what is judged now. */
  readonly going: readonly string[];
  /** Made when it is first asked for. */
  readonly files: () => FileIndex;
}

type Condition = (candidate: Candidate, context: LeftoverContext) => Message | null;

/** Each says why something stays; null where it holds. */
export const conditions: Readonly<Record<LeftoverCondition, Condition>> = {
  everythingRead,
  productGone,
  noLink,
  nothingWorksThere,
  ownersStopped,
  nobodyElses,
  notEncrypted,
  holdsRemains: ({ folder }, { inventory }) =>
    folder === null || holdsRemains(folder, inventory.vendorFolders.items)
      ? null
      : message('leftover.onlyUserData'),
  fileAbsent: ({ programs }) => refuseThere(programs, ({ exists }) => exists === false),
  fileGoes,
  unused,
  proven: ({ confidence }) =>
    confidence === null || isConfirmed({ confidence }) ? null : message('leftover.notProven'),
  comesBack: ({ comesBack }) => (comesBack === false ? message('leftover.passwordStored') : null),
  personKnown,
};

/** Where a product that uses something would show. */
const using = [
  'programs',
  'installerProducts',
  'services',
  'processes',
] as const satisfies readonly SectionName[];

/**
 * What was read in part may hold it in the other part. Only of processes some are always known by their names alone, and
 * the vendor's among them are signs of a product that is there.
 */
function everythingRead(_candidate: Candidate, { inventory }: LeftoverContext): Message | null {
  const unread = using.filter((section) =>
    section === 'processes'
      ? inventory.processes.state === 'unreadable'
      : !isComplete(inventory[section]),
  );
  if (unread.length === 0) return null;
  return message('leftover.notRead', {
    sections: unread.map((section) => message(`section.${section}`)),
  });
}

function productGone(candidate: Candidate, { inventory, findings }: LeftoverContext) {
  const { owners, folder } = candidate;
  const living = findings.filter(isLiving);
  // What no product claims may belong to any of them.
  const product =
    owners.length === 0
      ? living[0]
      : (owners.find(isLiving) ?? living.find((each) => livesIn(folder, each, inventory)));
  return product === undefined ? null : message('leftover.usedBy', { product: product.name });
}

/** A product is registered in a folder, whatever became of its own one there. */
function livesIn(folder: string | null, { parts }: Finding, inventory: Inventory): boolean {
  if (folder === null) return false;
  const { programs, installerProducts } = inventory;
  const places = [
    ...programs.items.filter(({ key }) => parts.programs.includes(key)),
    ...installerProducts.items.filter(({ productCode }) =>
      parts.productCodes.includes(productCode),
    ),
  ];
  return places.some(
    ({ installLocation }) => installLocation !== null && isAtOrBelow(installLocation, folder),
  );
}

function noLink({ place }: Candidate, { inventory }: LeftoverContext): Message | null {
  const isLink = inventory.vendorFolders.items
    .flatMap(({ entries }) => entries)
    .some((entry) => entry.kind === 'link' && isAtOrBelow(place, entry.path));
  return isLink ? message('leftover.link') : null;
}

function nothingWorksThere({ folder }: Candidate, { inventory }: LeftoverContext): Message | null {
  if (folder === null) return null;
  const running = inventory.processes.items.find(
    ({ path }) => path !== null && isAtOrBelow(path, folder),
  );
  if (running !== undefined) return message('leftover.running', { program: running.name });
  const service = inventory.services.items.find(
    ({ imageFile, imageExists }) =>
      imageFile !== null && imageExists !== false && isAtOrBelow(imageFile, folder),
  );
  return service === undefined
    ? null
    : message('leftover.usedByService', { service: service.displayName ?? service.name });
}

function ownersStopped({ owners }: Candidate, { inventory }: LeftoverContext): Message | null {
  const services = new Set(owners.flatMap(({ parts }) => parts.services));
  const service = inventory.services.items.find(
    ({ name, imageFile, imageExists }) =>
      services.has(name) && imageFile !== null && imageExists !== false,
  );
  return service === undefined
    ? null
    : message('leftover.serviceStands', { service: service.displayName ?? service.name });
}

function nobodyElses({ folder }: Candidate, { inventory, files }: LeftoverContext): Message | null {
  if (folder === null) return null;
  const known = foreignIn(folder, inventory, files);
  return known === undefined ? null : message('leftover.foreignProgram', { program: known.path });
}

const encrypting: ReadonlySet<string | null> = new Set(['diskEncryption', 'fileEncryption']);

/** Registered is enough: keys are needed as long as something is encrypted. */
function notEncrypted(
  _candidate: Candidate,
  { inventory, findings }: LeftoverContext,
): Message | null {
  const { services, encryption } = inventory;
  const isSeen =
    services.items.some(({ name }) => encrypting.has(driverByName(name)?.row?.role ?? null)) ||
    encryption.items.some(({ kind, state }) => kind !== 'bitLocker' && state !== 'off');
  const wasLookedFor =
    encryption.state !== 'unreadable' && !encryption.gaps.some(({ subject }) => isFile(subject));
  const couldBe = !wasLookedFor && findings.some(({ family }) => family === 'endpoint');
  return isSeen || couldBe ? message('leftover.encryption') : null;
}

/** A file that the vendor's encryption would leave, and not a volume that BitLocker was asked about. */
function isFile(subject: string): boolean {
  return /^[A-Z]:\\./i.test(subject);
}

/** Its program is gone, or goes with its folder in the same run. */
function fileGoes({ programs }: Candidate, { going }: LeftoverContext): Message | null {
  const goes = (path: string | null) =>
    path !== null && going.some((folder) => isAtOrBelow(path, folder));
  return refuseThere(programs, ({ path, exists }) => exists === false || goes(path));
}

function unused({ users = [] }: Candidate): Message | null {
  if (users === null)
    return message('leftover.notRead', { sections: [message('section.driverPackages')] });
  const [user] = users;
  return user === undefined ? null : message('leftover.packageUsed', { user });
}

function refuseThere(
  programs: readonly StartedProgram[] = [],
  isGone: (program: StartedProgram) => boolean,
): Message | null {
  return programs.length > 0 && programs.every(isGone) ? null : message('leftover.fileThere');
}

/** Also of one who is not signed in: their settings are opened from the file in the folder of the profile. */
function personKnown({ userSid }: Candidate, { inventory }: LeftoverContext): Message | null {
  const isKnown = userSid === null || inventory.profiles.items.some(({ sid }) => sid === userSid);
  return isKnown ? null : message('leftover.noProfile', { person: userSid });
}
