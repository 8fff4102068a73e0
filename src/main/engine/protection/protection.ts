import { isProtected } from '../../../shared/domain/protection/is-protected.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type {
  Protection,
  ProtectionVerdict,
} from '../../../shared/domain/protection/protection.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import { antivirusProducts } from '../../catalog/antivirus-products.ts';
import { fileIndex } from '../detect/vendor/file-index.ts';
import { listsEveryAntivirus } from './antivirus-lists.ts';
import { candidates } from './candidates.ts';
import { judgeCandidate, type Judged } from './judge-candidate.ts';
import {
  guardsOfServer,
  kasperskyRows,
  unlistedGuard,
  type KasperskyRows,
} from './kaspersky-guard.ts';
import { knownAs, namedServices } from './program-testimony.ts';
import { contradictoryRows } from './row-testimony.ts';
import { distinct } from './testimony.ts';
import { restOfStart } from './rest-of-start.ts';
import { isKasperskyRow, rowsByProduct, securityRows, type SecurityRow } from './security-rows.ts';
import { sourceList } from './source-list.ts';

/**
 * Whether an antivirus other than Kaspersky protects the machine. What Windows Security shows is a claim of each
 * product, so it is held against WMI, services, signatures and Defender's own state; a product counts only when all
 * of them speak for it, and a source that could not be read never does.
 */
export function protection(inventory: Inventory): Protection {
  if (inventory.machine.platform !== 'windows') return otherSystem;
  const files = fileIndex(inventory);
  const kaspersky = kasperskyRows(inventory, files);
  const rows = securityRows(inventory).filter((row) => !isKasperskyRow(row, files));
  const found = candidates(inventory, rows, files);
  const judged = found.map(judgeCandidate);
  const verdict = overall(judged, kaspersky, inventory);
  return {
    verdict,
    products: judged.filter((each) => counts(each, verdict)).map(({ name }) => name),
    reasons: reasonsFor(verdict, judged, kaspersky, inventory),
    sources: sourceList(inventory, found, kaspersky),
    disagreements: disagreements(judged, rows, kaspersky),
  };
}

const otherSystem: Protection = {
  verdict: 'cannotTell',
  products: [],
  reasons: [message('protection.notWindows')],
  sources: [],
  disagreements: [],
};

/** The best verdict wins, because one good antivirus is enough. */
const ranking = ['protected', 'signaturesOld', 'cannotTell', 'notProtecting'] as const;

function overall(
  judged: readonly Judged[],
  kaspersky: KasperskyRows,
  inventory: Inventory,
): ProtectionVerdict {
  const best = ranking.find((each) => judged.some(({ verdict }) => verdict === each));
  if (best !== undefined && isProtected({ verdict: best })) return best;
  if (best === 'cannotTell' || !isProven(inventory)) return 'cannotTell';
  const runs = unlistedGuard(inventory, kaspersky, fileIndex(inventory)) !== null;
  if (kaspersky.live.length > 0 || runs) return 'onlyKaspersky';
  return best ?? 'unprotected';
}

/** Whether silence means absence: in Windows Security on a client, once it runs; in the services on a server. */
function isProven(inventory: Inventory): boolean {
  return inventory.machine.edition === 'server'
    ? isComplete(inventory.services)
    : listsEveryAntivirus('securityProducts', inventory) && restOfStart(inventory) === 0;
}

/** What protects, or what would if it were not for the age of its signatures. */
function counts(judged: Judged, overallVerdict: ProtectionVerdict): boolean {
  return isProtected(judged) && judged.verdict === overallVerdict;
}

function reasonsFor(
  verdict: ProtectionVerdict,
  judged: readonly Judged[],
  kaspersky: KasperskyRows,
  inventory: Inventory,
): readonly Message[] {
  const { live, dead } = kaspersky;
  const order = (each: Judged) => ranking.indexOf(each.verdict);
  const about = [...judged].sort((a, b) => order(a) - order(b)).map(({ reason }) => reason);
  const guards = [...live.map(({ name }) => name), ...guardsOfServer(inventory)];
  const aliveNames = new Set(guards);
  return [
    ...about,
    ...[...aliveNames].map((name) => message('protection.kaspersky', { name })),
    ...[...new Set(dead.map(({ name }) => name))]
      .filter((name) => !aliveNames.has(name))
      .map((name) => message('protection.deadRow', { name })),
    ...unlisted(inventory, kaspersky),
    ...watchers(inventory),
    ...(isStillStarting(verdict, inventory)
      ? [message('protection.stillStarting')]
      : silence(verdict, judged, inventory)),
  ];
}

function isStillStarting(verdict: ProtectionVerdict, inventory: Inventory): boolean {
  return (
    inventory.machine.edition !== 'server' &&
    !isProtected({ verdict }) &&
    restOfStart(inventory) > 0
  );
}

function unlisted(inventory: Inventory, kaspersky: KasperskyRows): readonly Message[] {
  const name = unlistedGuard(inventory, kaspersky, fileIndex(inventory));
  return name === null ? [] : [message('protection.unlistedKaspersky', { name })];
}

/** Agents that only watch must not be taken for an antivirus by whoever knows their name. */
function watchers(inventory: Inventory): readonly Message[] {
  return antivirusProducts
    .filter(({ protects }) => !protects)
    .filter((row) =>
      namedServices(knownAs([row]), inventory).some(({ state }) => state === 'running'),
    )
    .map(({ name }) => message('protection.watcher', { name }));
}

function silence(
  verdict: ProtectionVerdict,
  judged: readonly Judged[],
  inventory: Inventory,
): readonly Message[] {
  const isServer = inventory.machine.edition === 'server';
  if (verdict === 'cannotTell' && !isProven(inventory)) {
    return [
      isServer ? message('protection.servicesUnread') : message('protection.securityCenterUnread'),
    ];
  }
  if (verdict === 'cannotTell' && isServer) {
    return [message('protection.serverSilent')];
  }
  if (judged.length > 0) return [];
  return [isServer ? message('protection.noService') : message('protection.noneListed')];
}

function disagreements(
  judged: readonly Judged[],
  rows: readonly SecurityRow[],
  { live, dead }: KasperskyRows,
): readonly Message[] {
  const twice = [...rowsByProduct(rows).values()].flatMap((own) =>
    (['securityCenter', 'securityCenterWmi'] as const).flatMap((list) => {
      const states = contradictoryRows(list, own);
      return states.length === 0
        ? []
        : [message('protection.listedTwice', { name: own[0]?.name ?? '', states })];
    }),
  );
  const ghosts = live.length > 0 ? [] : dead.filter(({ state }) => state === 'on');
  const dying = [...new Set(ghosts.map(({ name }) => name))];
  return [
    ...judged.flatMap(({ disagreement }) => disagreement ?? []),
    ...distinct(twice),
    ...dying.map((name) => message('protection.ghost', { name })),
  ];
}
