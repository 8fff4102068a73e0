import type { QuarantineAction } from '../../../shared/domain/action.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { providerKeyOf } from '../../../shared/domain/inventory/amsi-providers.ts';
import {
  logonsWithoutPassword,
  programOf,
} from '../../../shared/domain/inventory/scheduled-tasks.ts';
import type { VendorFolder } from '../../../shared/domain/inventory/vendor-folders.ts';
import { isAtOrBelow } from '../../../shared/windows/at-or-below.ts';
import { parseCommandLine } from '../../../shared/windows/command-line.ts';
import type { LeftoverRow } from '../../catalog/leftover-kinds.ts';
import type { FactConfidence } from '../../catalog/row.ts';
import { browserExtensions } from '../../catalog/browser-extensions.ts';
import { fileIndex, type FileIndex } from '../detect/vendor/file-index.ts';
import { channelByName, parseLineKey } from '../detect/vendor/matchers.ts';
import { packageCandidates } from './package-candidates.ts';
import { productFolderOf } from '../detect/vendor/vendor-place.ts';

/** Where a program or library is said to be, and whether it is there; null where that is not known. */
export interface StartedProgram {
  readonly path: string | null;
  readonly exists?: boolean | null | undefined;
}

/** Something that may be left of a product, and what would be done about it. */
export interface Candidate {
  readonly place: string;
  readonly action: QuarantineAction;
  /** The folder in which its files lie; null where it has none. */
  readonly folder: string | null;
  /** The findings that it belongs to. */
  readonly owners: readonly Finding[];
  /** How far the vendor's name in it can be trusted; null where its place says it. */
  readonly confidence: FactConfidence | null;
  readonly userSid: string | null;
  /** What it starts or loads, where it does only that. */
  readonly programs?: readonly StartedProgram[];
  /** What was installed from it and is there; null where that is not known. */
  readonly users?: readonly string[] | null;
  /** Of a task: whether it can be made again without a password. */
  readonly comesBack?: boolean;
}

type Candidates = (inventory: Inventory, findings: readonly Finding[]) => readonly Candidate[];

/** What each section shows that may go. */
export const candidates: { readonly [K in LeftoverRow['section']]: Candidates } = {
  vendorFolders: folderCandidates,
  vendorKeys: treeCandidates,
  services: serviceCandidates,
  autostarts: autostartCandidates,
  browserExtensions: extensionCandidates,
  eventChannels: eventLogCandidates,
  amsiProviders: providerCandidates,
  scheduledTasks: taskCandidates,
  firewallRules: ruleCandidates,
  driverPackages: packageCandidates,
};

/** Whether a product may still use what it shares: what is not known to be gone counts as there. */
export function isLiving({ state, family }: Finding): boolean {
  return state === 'installed' && family !== 'successor';
}

/** Folders and keys of the vendor: those of each product by itself, and what several share. */
interface Shared {
  readonly root: string;
  readonly parts: readonly string[];
  /** It holds something that is no part. */
  readonly holdsMore: boolean;
}

type OwnersOf = (place: string) => readonly Finding[];

/**
 * While a product is there, what each product has by itself; the whole where nothing is there, or where every part of it is
 * claimed by products that are gone. Where a part of it has to stay for itself, each part is judged by itself too.
 */
function placesIn(
  { root, parts, holdsMore }: Shared,
  apart: boolean,
  ownersOf: OwnersOf,
  hasToStay: (part: string) => boolean = () => false,
) {
  const isAllGone =
    !holdsMore &&
    parts.every((part) => ownersOf(part).length > 0 && !ownersOf(part).some(isLiving));
  const owners = [...new Set(parts.flatMap(ownersOf))];
  const staying = parts.filter(hasToStay).length;
  const splits = staying > 0 && staying < parts.length;
  if (splits || (apart && !isAllGone))
    return parts.map((place) => ({ place, owners: ownersOf(place) }));
  return [{ place: root, owners: owners.length > 0 ? owners : ownersOf(root) }];
}

function folderCandidates(
  inventory: Inventory,
  findings: readonly Finding[],
): readonly Candidate[] {
  const apart = findings.some(isLiving);
  const ownersOf: OwnersOf = (path) => ownersOfFolder(path, findings);
  const files = () => fileIndex(inventory);
  const places = inventory.vendorFolders.items
    .filter(({ kind }) => kind === 'program' || kind === 'data' || kind === 'userData')
    .flatMap((folder) =>
      placesIn(
        sharedFolder(folder),
        apart,
        ownersOf,
        (part) => foreignIn(part, inventory, files) !== undefined,
      ),
    );
  return distinct(places).map(({ place, owners }) => ({
    place,
    action: { kind: 'quarantineFolder', path: place },
    folder: place,
    owners,
    confidence: null,
    userSid: null,
  }));
}

/** A program of somebody else that is known to lie in a folder. `files` is asked only where there are any. */
export function foreignIn(folder: string, inventory: Inventory, files: () => FileIndex) {
  return inventory.files.items.find(
    ({ path, exists }) =>
      exists && isAtOrBelow(path, folder) && files().ownerOf(path) === 'foreign',
  );
}

function sharedFolder({ path, entries }: VendorFolder): Shared {
  if (productFolderOf(path) !== null) return { root: path, parts: [path], holdsMore: false };
  const direct = entries.filter((entry) => !entry.path.slice(path.length + 1).includes('\\'));
  const folders = direct.filter(({ kind }) => kind !== 'file');
  return {
    root: path,
    parts: folders.map((entry) => entry.path),
    holdsMore: folders.length < direct.length,
  };
}

const vendorRoot = /^HK(?:LM|U\\[^\\]+)\\SOFTWARE\\(?:WOW6432Node\\)?KasperskyLab(?=\\|$)/i;

function treeCandidates(inventory: Inventory, findings: readonly Finding[]): readonly Candidate[] {
  const apart = findings.some(isLiving);
  const ownersOf: OwnersOf = (key) =>
    findings.filter(({ parts }) => parts.vendorKeys.some((each) => isOfLine(each, key)));
  return sharedKeys(inventory).flatMap(({ userSid, ...shared }) =>
    placesIn(shared, apart, ownersOf).map(({ place, owners }) => ({
      place,
      action: { kind: 'quarantineKey', key: place, expected: {} },
      folder: null,
      owners,
      confidence: null,
      userSid,
    })),
  );
}

/** The trees of the vendor in each view and hive, with the keys of their lines. */
function sharedKeys({ vendorKeys }: Inventory): readonly (Shared & { userSid: string | null })[] {
  const trees = new Map<
    string,
    { root: string; userSid: string | null; parts: Set<string>; holdsMore: boolean }
  >();
  for (const { key, userSid, values } of vendorKeys.items) {
    const root = vendorRoot.exec(key)?.[0];
    if (root === undefined) continue;
    const tree = trees.get(root.toLowerCase()) ?? {
      root,
      userSid,
      parts: new Set(),
      holdsMore: false,
    };
    const line = parseLineKey(key);
    if (line !== null) tree.parts.add(line.top);
    else tree.holdsMore ||= values.length > 0 || (key !== root && !/\\protected$/i.test(key));
    trees.set(root.toLowerCase(), tree);
  }
  return [...trees.values()].map((tree) => ({ ...tree, parts: [...tree.parts] }));
}

/** Both views of the registry hold the line of a product, and a finding names one of them. */
function isOfLine(one: string, other: string): boolean {
  if (isRelated(one, other)) return true;
  const [left, right] = [parseLineKey(one), parseLineKey(other)];
  return left !== null && left.root === right?.root && left.line === right.line;
}

function serviceCandidates(
  inventory: Inventory,
  findings: readonly Finding[],
): readonly Candidate[] {
  return inventory.services.items
    .filter(
      ({ kind, state, markedForDeletion }) =>
        kind === 'service' && state !== 'running' && markedForDeletion !== true,
    )
    .flatMap(({ name, imageFile, imagePath, imageExists }) => {
      // Whatever it is called: one that leads elsewhere is somebody else's.
      if (productFolderOf(imageFile) === null) return [];
      return [
        {
          place: name,
          action: { kind: 'deleteService', name, imagePath } as const,
          folder: null,
          owners: findings.filter(({ parts }) => parts.services.includes(name)),
          confidence: null,
          userSid: null,
          programs: [{ path: imageFile, exists: imageExists }],
        },
      ];
    });
}

/** A provider is the vendor's by where its library lay, in both views. */
function providerCandidates(
  inventory: Inventory,
  findings: readonly Finding[],
): readonly Candidate[] {
  return inventory.amsiProviders.items.flatMap((provider) => {
    const { library, libraryExists, library32 = null } = provider;
    const folder = productFolderOf(library);
    if (folder === null) return [];
    const key = providerKeyOf(provider);
    return [
      {
        place: key,
        action: { kind: 'quarantineAmsiProvider', key } as const,
        folder: null,
        owners: ownersOfFolder(folder.path, findings),
        confidence: library32 !== null && productFolderOf(library32.path) === null ? 'U' : null,
        userSid: null,
        programs: [
          { path: library, exists: libraryExists },
          ...(library32 === null ? [] : [library32]),
        ],
      },
    ];
  });
}

/** A task is the vendor's by what it starts, and by nothing else: its name and author anybody writes. */
function taskCandidates(inventory: Inventory, findings: readonly Finding[]): readonly Candidate[] {
  return inventory.scheduledTasks.items.flatMap(({ path, actions, doesMore, logon }) => {
    const folders = actions.map((action) => productFolderOf(programOf(action)));
    const vendors = folders.filter((folder) => folder !== null);
    if (vendors.length === 0) return [];
    const isWhole = vendors.length === actions.length && doesMore === false;
    return [
      {
        place: path,
        action: { kind: 'quarantineTask', path } as const,
        folder: null,
        owners: [...new Set(vendors.flatMap((each) => ownersOfFolder(each.path, findings)))],
        confidence: isWhole ? null : 'U',
        userSid: null,
        programs: actions.map((action) => ({ path: programOf(action), exists: action.exists })),
        comesBack: logonsWithoutPassword.has(logon),
      },
    ];
  });
}

/** A rule is the vendor's by the program that it is about. Those of a policy belong to whoever set it. */
function ruleCandidates(inventory: Inventory, findings: readonly Finding[]): readonly Candidate[] {
  return inventory.firewallRules.items.flatMap(({ key, name, policy, program, programExists }) => {
    const folder = policy ? null : productFolderOf(program);
    if (folder === null) return [];
    return [
      {
        place: `${key}\\${name}`,
        action: { kind: 'quarantineFirewallRule', key, name } as const,
        folder: null,
        owners: ownersOfFolder(folder.path, findings),
        confidence: null,
        userSid: null,
        programs: [{ path: program, exists: programExists }],
      },
    ];
  });
}

function autostartCandidates(
  inventory: Inventory,
  findings: readonly Finding[],
): readonly Candidate[] {
  return inventory.autostarts.items.flatMap(({ key, name, command, userSid }) => {
    const parsed = parseCommandLine(command);
    const program = parsed.ok ? parsed.program : command;
    const folder = productFolderOf(program);
    if (folder === null) return [];
    return [
      {
        place: `${key}\\${name}`,
        action: { kind: 'quarantineValue', key, name, expected: command } as const,
        folder: folder.path,
        owners: ownersOfFolder(folder.path, findings),
        confidence: null,
        userSid,
      },
    ];
  });
}

const extensionRows = new Map(browserExtensions.map((row) => [row.id, row]));

/** What forces an extension on a browser, or serves it. The browser itself takes away what nothing forces any more. */
function extensionCandidates(
  inventory: Inventory,
  findings: readonly Finding[],
): readonly Candidate[] {
  return inventory.browserExtensions.items.flatMap(({ id, origin, location, userSid }) => {
    const row = extensionRows.get(id.toLowerCase());
    if (row === undefined || origin === 'profile') return [];
    const cut = location.lastIndexOf('\\');
    const [key, name] = [location.slice(0, cut), location.slice(cut + 1)];
    return [
      {
        place: location,
        action:
          origin === 'policy'
            ? ({ kind: 'quarantineValue', key, name, expected: null } as const)
            : ({ kind: 'quarantineKey', key: location, expected: {} } as const),
        folder: null,
        owners: findings.filter(({ family }) => row.families.includes(family)),
        confidence: row.confidence,
        userSid,
      },
    ];
  });
}

function eventLogCandidates(
  inventory: Inventory,
  findings: readonly Finding[],
): readonly Candidate[] {
  return inventory.eventChannels.items
    .filter(({ kind }) => kind === 'log')
    .map(({ key, name }) => {
      const row = channelByName(name);
      return {
        place: key,
        action: { kind: 'quarantineEventLog', key },
        folder: null,
        owners: findings.filter(({ productId }) => row?.products.includes(productId)),
        confidence: row?.confidence ?? 'U',
        userSid: null,
      };
    });
}

function ownersOfFolder(path: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ parts }) => parts.folders.some((each) => isRelated(each, path)));
}

function distinct<T extends { readonly place: string }>(places: readonly T[]): readonly T[] {
  return [...new Map(places.map((each) => [each.place.toLowerCase(), each])).values()];
}

/** One is the other, or lies in it. */
export function isRelated(one: string, other: string): boolean {
  return isAtOrBelow(one, other) || isAtOrBelow(other, one);
}
