import type { GuideState, OpenMoves } from '../../../shared/contract/guide.ts';
import type { ShownPage } from '../../../shared/contract/guide-pages.ts';
import type { MoveInput, MoveName } from '../../../shared/contract/move-inputs.ts';
import type { KeptRun, QuarantineView } from '../../../shared/contract/quarantine-view.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { HeldSecrets } from '../../session/held-secrets.ts';
import { beginCase } from './begin-case.ts';
import type { CurrentMachine } from './current-machine.ts';
import { importedMachine } from './guide-machine.ts';
import type { GuideStore } from './guide-store.ts';
import { whyClosed } from './pages.ts';
import type { ProtectionJobs } from './protection-jobs.ts';
import {
  firstOf,
  whileBusy,
  whileForbidden,
  whileImported,
  whileNothingSeen,
  whileNothingToReactivate,
  whileNotReady,
  whileNotResumable,
  whileNotRunning,
  whileNotScanning,
  whileNotToRestart,
  whileOnRealComputer,
  whileReadOnly,
  whileRunning,
  whileUnfinished,
  whileUnseen,
  type Reason,
} from './reasons.ts';
import type { QuarantineJobs } from './quarantine-jobs.ts';
import { shownStep } from './pages.ts';
import type { Removals } from './removals.ts';
import type { Scanner } from './scanner.ts';

/** What the moves work on. */
export interface GuideParts {
  readonly store: GuideStore;
  readonly secrets: HeldSecrets;
  readonly machine: CurrentMachine;
  readonly scanner: Scanner;
  readonly removals: Removals;
  readonly protection: ProtectionJobs;
  readonly quarantine: QuarantineJobs;
}

/** What comes with each move. An inventory comes from a file that the person named in a dialogue of the system. */
type Inputs = { readonly [Name in MoveName]: MoveInput<Name> } & {
  readonly importInventory: { readonly inventory: Inventory; readonly file: string };
};

export type GuideMove = keyof Inputs;
export type GuideMoveInput<Name extends GuideMove> = Inputs[Name];

interface Move<Input> {
  /** Why it cannot be made as the guide stands, whatever comes with it. */
  readonly closed: Reason;
  /** Why it cannot be made with this. */
  readonly refuses?: (guide: GuideState, input: Input) => Problem | null;
  readonly make: (parts: GuideParts, input: Input) => void | Promise<void>;
}

const always: Reason = () => null;

/**
 * Every move of the guide: when it may be made, and what it does.
 *
 *     notBegun ──start──► running ──► ended ──────start (again)──► running
 *                         │  ▲  └───► stopped, refused ──start──► running
 *                         │  └─resume── ended (restart needed, or something failed), interrupted, refused
 *                         └─cancel─► running until that is safe, then ended
 */
export const moves: { readonly [Name in GuideMove]: Move<Inputs[Name]> } = {
  chooseMachine: {
    closed: whileBusy,
    refuses: ({ machines }, id) => {
      const chosen = machines.find((each) => each.id === id);
      return chosen === undefined ? { id: 'machineNotListed' } : chosen.unavailable;
    },
    make: async (parts, id) => await beginCase(parts, parts.machine.find(id)),
  },
  check: {
    closed: firstOf(whileBusy, whileUnfinished),
    make: async (parts) => await scan(parts, 'check'),
  },
  scan: {
    closed: firstOf(whileBusy, whileUnfinished),
    make: async (parts) => await scan(parts, parts.store.snapshot.page),
  },
  stopScan: { closed: whileNotScanning, make: ({ scanner }) => scanner.stop() },
  goTo: {
    closed: always,
    refuses: (guide, page) => whyClosed(page, guide),
    make: ({ store }, page) => store.update({ page }),
  },
  chooseFinding: {
    closed: firstOf(whileRunning, whileUnseen),
    refuses: ({ scan: seen }, { findingId }) => {
      const known = seen.state === 'done' && seen.findings.some(({ id }) => id === findingId);
      return known ? null : { id: 'findingNotKnown' };
    },
    make: (parts, { findingId, chosen }) => {
      const others = parts.store.snapshot.chosen.filter((id) => id !== findingId);
      answer(parts, { chosen: chosen ? [...others, findingId] : others });
    },
  },
  acknowledge: {
    closed: whileRunning,
    refuses: ({ plan }, { hazardId }) => {
      const todo = plan?.hazards.find(({ id, severity }) => id === hazardId && severity === 'todo');
      return todo === undefined ? { id: 'hazardNotKnown' } : null;
    },
    make: (parts, { hazardId, done }) => {
      const others = parts.store.snapshot.acknowledged.filter((id) => id !== hazardId);
      answer(parts, { acknowledged: done ? [...others, hazardId] : others });
    },
  },
  setOwner: {
    closed: whileRunning,
    refuses: (guide, owner) => {
      if (owner === 'employer') return null;
      return whileForbidden(owner === 'person' ? '--own-computer' : '--managed-by-us')(guide);
    },
    make: (parts, owner) => answer(parts, { owner }),
  },
  givePassword: {
    closed: whileRunning,
    make: ({ store, secrets }, { ref, password }) => {
      if (password === '') secrets.forget(ref);
      else secrets.set(ref, password);
      store.update({ passwordsGiven: secrets.given() });
    },
  },
  setProtectionChoice: {
    closed: firstOf(whileImported, whileRunning),
    refuses: (guide, { reactivateDefender }) =>
      reactivateDefender ? whileForbidden('--reactivate-defender')(guide) : null,
    make: (parts, protectionChoice) => answer(parts, { protectionChoice }),
  },
  setCleanRemains: {
    closed: firstOf(whileImported, whileRunning),
    refuses: (guide, cleans) => (cleans ? null : whileForbidden('--keep-remains')(guide)),
    make: (parts, cleanRemains) => answer(parts, { cleanRemains }),
  },
  startRemoval: {
    closed: firstOf(
      whileReadOnly,
      whileForbidden('remove'),
      whileBusy,
      whileUnfinished,
      whileUnseen,
      whileNotReady,
    ),
    make: ({ removals }) => removals.start(),
  },
  cancelRemoval: { closed: whileNotRunning, make: ({ removals }) => removals.cancel() },
  restartPractice: {
    closed: firstOf(whileBusy, whileOnRealComputer),
    make: async ({ machine }) => await machine.restartPractice(),
  },
  restartNow: {
    closed: firstOf(
      whileReadOnly,
      whileForbidden('resume'),
      whileForbidden('--restart'),
      whileBusy,
      whileNotToRestart,
    ),
    make: ({ removals }) => removals.restart(),
  },
  resumeRemoval: {
    closed: firstOf(whileReadOnly, whileForbidden('resume'), whileBusy, whileNotResumable),
    make: ({ removals }) => removals.resume(),
  },
  recheckProtection: {
    closed: firstOf(whileImported, whileBusy, whileNothingSeen),
    make: ({ protection }) => protection.recheck(),
  },
  checkLive: {
    closed: firstOf(whileReadOnly, whileForbidden('--live'), whileBusy),
    make: ({ protection }) => protection.checkLive(),
  },
  /** Before a restart that is due, Windows often brings it back alone, and an interrupted removal goes on first. */
  reactivateDefender: {
    closed: firstOf(
      whileReadOnly,
      whileForbidden('--reactivate-defender'),
      whileUnfinished,
      whileBusy,
      whileNothingToReactivate,
    ),
    make: ({ protection }) => protection.reactivateDefender(),
  },
  openQuarantine: {
    closed: firstOf(whileImported, whileBusy),
    make: ({ quarantine, store }) => quarantine.open(shownStep(store.snapshot)),
  },
  putBack: {
    closed: firstOf(whileReadOnly, whileForbidden('restore'), whileUnfinished, whileBusy),
    refuses: ({ quarantine }, { runId, parts }) => {
      const kept = keptRun(quarantine, runId);
      const isKnown = parts.every((each) => kept?.parts.some(({ part }) => part === each));
      return isKnown ? null : { id: 'notKeptThere' };
    },
    make: ({ quarantine }, choice) => quarantine.putBack(choice),
  },
  deleteForGood: {
    closed: firstOf(whileReadOnly, whileForbidden('purge'), whileUnfinished, whileBusy),
    refuses: ({ quarantine }, runId) => {
      const kept = keptRun(quarantine, runId)?.quarantined ?? [];
      return kept.length > 0 ? null : { id: 'notKeptThere' };
    },
    make: ({ quarantine }, runId) => quarantine.deleteForGood(runId),
  },
  setTechnicianMode: {
    closed: always,
    make: ({ store }, technicianMode) => store.update({ technicianMode }),
  },
  setTechnicianFields: {
    closed: always,
    make: ({ store, removals }, technician) => {
      removals.note(technician);
      store.update({ technician });
    },
  },
  setLanguage: { closed: always, make: ({ store }, language) => store.update({ language }) },
  importInventory: {
    closed: whileBusy,
    make: async (parts, { inventory, file }) => {
      const { machine, store } = parts;
      const count = machine.offered.filter(({ choice }) => choice.kind === 'imported').length;
      const imported = importedMachine(`imported-${count + 1}`, inventory, file);
      machine.offer(imported);
      store.update({ machines: machine.offered.map(({ choice }) => choice) });
      await beginCase(parts, imported);
      await scan(parts, 'check');
    },
  },
};

/** What a person was shown of it. */
function keptRun({ look }: QuarantineView, runId: string): KeptRun | undefined {
  return look.state === 'done' ? look.runs.find((each) => each.runId === runId) : undefined;
}

/** Why a move is refused, as data; null when it may be made. */
export function objection<Name extends GuideMove>(
  guide: GuideState,
  name: Name,
  input: GuideMoveInput<Name>,
): Problem | null {
  const { closed, refuses } = moves[name];
  return closed(guide) ?? refuses?.(guide, input) ?? null;
}

/** Which moves can be made now, and why the others cannot. */
export function openMoves(guide: GuideState): OpenMoves {
  const reasons = Object.entries(moves).map(([name, { closed }]) => [name, closed(guide)]);
  return Object.fromEntries(reasons) as OpenMoves;
}

/** `page` is where a person sees it. */
async function scan({ removals, scanner }: GuideParts, page: ShownPage): Promise<void> {
  if ((await scanner.scan(page)) !== 'stopped') removals.takeOver(null);
}

/** An answer changes what a removal will do. */
function answer({ store, scanner }: GuideParts, change: Partial<GuideState>): void {
  store.update(change);
  scanner.plan();
}
