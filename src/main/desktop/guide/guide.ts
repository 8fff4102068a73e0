import type { Reply } from '../../../shared/contract/contract.ts';
import type {
  GuidePage,
  GuideSnapshot,
  ProtectionChoice,
  RunView,
} from '../../../shared/contract/guide.ts';
import type { SecretRef } from '../../../shared/domain/action.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { outcomes } from '../../../shared/domain/outcomes.ts';
import type { RunRecord, TechnicianFields } from '../../../shared/domain/record.ts';
import { scope } from '../../catalog/scope.ts';
import type { Machine } from '../../machine/machine.ts';
import { cutoverVersion } from '../../session/cutover-version.ts';
import { HeldSecrets } from '../../session/held-secrets.ts';
import { withTechnician, writeTechnicianNotes } from '../../session/technician-notes.ts';
import { earlierRun } from './earlier-run.ts';
import { importedMachine, type GuideMachine } from './guide-machine.ts';
import { objection, type Move } from './guide-moves.ts';
import { GuideStore } from './guide-store.ts';
import { ProtectionCare } from './protection-care.ts';
import { Removal } from './removal.ts';
import { inventoryAfter, neededRestore, untouchedProtection } from './restore-view.ts';
import { choiceOf } from './scan-view.ts';
import { Sight } from './sight.ts';

export interface GuideOptions {
  readonly machines: readonly GuideMachine[];
  readonly technicianMode: boolean;
  /** BCP 47 tag. */
  readonly language: string;
}

/** Everything about the case in hand that reports and bundles are made from. */
export interface CaseInHand {
  readonly inventory: Inventory | null;
  readonly record: RunRecord | null;
  /** Folder of the run; null when there is none. */
  readonly runPath: string | null;
}

type Answer = Promise<Reply<GuideSnapshot>>;

/**
 * The guide behind the window: holds what a person was shown and answered, and drives engine and machine.
 * Knows no window, so that one can be closed and opened again while a removal goes on.
 */
export class Guide {
  readonly #store: GuideStore;
  readonly #secrets = new HeldSecrets();
  readonly #sight: Sight;
  readonly #care: ProtectionCare;
  #places: readonly GuideMachine[];
  #machine: Machine | null = null;
  #removal: Removal | null = null;
  #runPath: string | null = null;

  constructor({ machines, technicianMode, language }: GuideOptions) {
    this.#places = machines;
    const { place, earlier } = whereToBegin(machines);
    this.#runPath = earlier?.path ?? null;
    this.#store = new GuideStore({
      version: cutoverVersion,
      page: earlier?.page ?? 'welcome',
      machines: machines.map(({ choice }) => choice),
      machineId: place.choice.id,
      practice: place.choice.kind === 'practice',
      ...untouched,
      run: earlier?.run ?? { state: 'notBegun' },
      technicianMode,
      technician: earlier?.technician ?? { ticket: '', technician: '', customer: '' },
      language,
    });
    this.#sight = new Sight(this.#store);
    this.#care = new ProtectionCare({
      store: this.#store,
      open: async () => await this.#open(),
      writable: async () => await this.#place(this.snapshot.machineId).writable(),
      onLook: (found, restored) => this.#sight.takeIn(found, restored),
    });
  }

  get snapshot(): GuideSnapshot {
    return this.#store.snapshot;
  }

  get isRemoving(): boolean {
    return this.snapshot.run.state === 'running';
  }

  /** The computer is being changed; whoever ends the program now leaves that half done. */
  get isChanging(): boolean {
    return this.isRemoving || this.snapshot.restore.progress.state === 'running';
  }

  /** Returns how to stop. */
  onChange(listener: (snapshot: GuideSnapshot) => void): () => void {
    return this.#store.onChange(listener);
  }

  caseInHand(): CaseInHand {
    const { run, technician } = this.snapshot;
    const record = run.state === 'ended' || run.state === 'stopped' ? run.record : null;
    const noted = record === null ? null : withTechnician(record, technician);
    return { inventory: this.#sight.inventory, record: noted, runPath: this.#runPath };
  }

  chooseMachine(id: string): Answer {
    return this.#move(
      { kind: 'chooseMachine', id },
      async () => await this.#change(this.#place(id)),
    );
  }

  scan(): Answer {
    return this.#move({ kind: 'scan' }, async () => await this.#scan());
  }

  goTo(page: GuidePage): Answer {
    return this.#move({ kind: 'goTo', page }, () => this.#store.update({ page }));
  }

  chooseFindings(ids: readonly string[]): Answer {
    return this.#move({ kind: 'chooseFindings', ids }, () => {
      this.#store.update({ chosen: [...new Set(ids)] });
      this.#sight.plan();
    });
  }

  acknowledge(hazardId: string, done: boolean): Answer {
    return this.#move({ kind: 'acknowledge', hazardId }, () => {
      const others = this.snapshot.acknowledged.filter((id) => id !== hazardId);
      this.#store.update({ acknowledged: done ? [...others, hazardId] : others });
      this.#sight.plan();
    });
  }

  setManagedByUs(managedByUs: boolean): Answer {
    return this.#move({ kind: 'answer' }, () => {
      this.#store.update({ managedByUs });
      this.#sight.plan();
    });
  }

  /** An empty password takes back the one that was given. */
  givePassword(ref: SecretRef, password: string): Answer {
    return this.#move({ kind: 'answer' }, () => {
      if (password === '') this.#secrets.forget(ref);
      else this.#secrets.set(ref, password);
      this.#store.update({ passwordsGiven: this.#secrets.given() });
    });
  }

  setProtectionChoice(protectionChoice: ProtectionChoice): Answer {
    return this.#move({ kind: 'protectionChoice' }, () => {
      this.#store.update({ protectionChoice });
      this.#sight.plan();
    });
  }

  recheckProtection(): Answer {
    return this.#move({ kind: 'recheckProtection' }, () => this.#care.recheck());
  }

  checkLive(): Answer {
    return this.#move({ kind: 'checkLive' }, () => this.#care.checkLive());
  }

  enableDefender(): Answer {
    return this.#move({ kind: 'enableDefender' }, () => this.#care.enableDefender());
  }

  /** Before the program ends: a live check clears up behind itself. */
  async settle(): Promise<void> {
    await this.#care.settle();
  }

  startRemoval(): Answer {
    return this.#move({ kind: 'start' }, () => this.#remove(null));
  }

  resumeRemoval(): Answer {
    return this.#move({ kind: 'resume' }, () => this.#remove(runIdOf(this.snapshot.run)));
  }

  cancelRemoval(): Answer {
    return this.#move({ kind: 'cancel' }, () => this.#removal?.cancel());
  }

  restartPractice(): Answer {
    return this.#move({ kind: 'restartPractice' }, async () => {
      const machine = await this.#open();
      machine.restart?.();
    });
  }

  setTechnicianMode(technicianMode: boolean): Answer {
    return this.#set({ technicianMode });
  }

  /** Kept beside the run as well, for whoever goes on with it after a restart. */
  setTechnicianFields(technician: TechnicianFields): Answer {
    const path = this.#runPath ?? this.#removal?.path ?? null;
    if (path !== null) writeTechnicianNotes(path, technician);
    return this.#set({ technician });
  }

  setLanguage(language: string): Answer {
    return this.#set({ language });
  }

  /** Takes an inventory from elsewhere as one more machine and shows what is in it. */
  importInventory(inventory: Inventory, file: string): Answer {
    return this.#move({ kind: 'importInventory' }, async () => {
      const count = this.#places.filter(({ choice }) => choice.kind === 'imported').length;
      const place = importedMachine(`imported-${count + 1}`, inventory, file);
      this.#places = [...this.#places, place];
      this.#store.update({ machines: this.#places.map(({ choice }) => choice) });
      await this.#change(place);
      this.#store.update({ page: 'check' });
      await this.#scan();
    });
  }

  async #move(move: Move, make: () => void | Promise<void>): Answer {
    const problem = objection(this.snapshot, move);
    if (problem !== null) return { ok: false, problem };
    await make();
    return { ok: true, value: this.snapshot };
  }

  async #set(change: Partial<GuideSnapshot>): Answer {
    this.#store.update(change);
    return await Promise.resolve({ ok: true, value: this.snapshot });
  }

  #place(id: string): GuideMachine {
    const place = this.#places.find(({ choice }) => choice.id === id);
    if (place === undefined) throw new Error(`There is no machine ${id}.`);
    return place;
  }

  /** Begins anew on a machine. A practice computer is put back to how it was recorded. */
  async #change(place: GuideMachine): Promise<void> {
    await this.#machine?.close();
    this.#machine = null;
    this.#sight.forget();
    for (const ref of this.#secrets.given()) this.#secrets.forget(ref);
    const practice = place.choice.kind === 'practice';
    const earlier = practice ? null : earlierRun(place);
    this.#runPath = earlier?.path ?? null;
    const page = earlier?.page ?? 'welcome';
    const run = earlier?.run ?? ({ state: 'notBegun' } as const);
    const technician = earlier?.technician ?? this.snapshot.technician;
    const machineId = place.choice.id;
    this.#store.update({ ...untouched, machineId, practice, page, run, technician });
    const machine = practice ? await this.#open() : null;
    machine?.reset?.();
  }

  async #open(): Promise<Machine> {
    return (this.#machine ??= await this.#place(this.snapshot.machineId).open());
  }

  async #scan(): Promise<void> {
    const before = this.snapshot.scan;
    this.#runPath = null;
    this.#store.update({
      scan: { state: 'running' },
      run: { state: 'notBegun' },
      ...untouchedProtection,
    });
    try {
      const machine = await this.#open();
      this.#sight.show(await machine.inventory(scope), before);
    } catch (error) {
      const problem = { id: 'scanFailed', detail: (error as Error).message } as const;
      this.#store.update({ scan: { state: 'failed', problem }, plan: null });
    }
  }

  /** Begins or goes on, and comes back at once: what happens then is in the snapshots. */
  #remove(runId: string | null): void {
    this.#removal = new Removal({
      place: this.#place(this.snapshot.machineId),
      open: async () => await this.#open(),
      choice: choiceOf(this.snapshot),
      secrets: this.#secrets,
      technician: () => this.snapshot.technician,
      runId,
      onView: (run) => this.#store.update({ run }),
    });
    this.#store.update({ page: 'remove', ...untouchedProtection });
    // Starts at once, so that a second click finds it running.
    void this.#follow(this.#removal);
  }

  async #follow(removal: Removal): Promise<void> {
    const run = await removal.run();
    this.#runPath = removal.path;
    this.#removal = null;
    if (run.state === 'ended' && areServed(run.record))
      for (const ref of this.#secrets.given()) this.#secrets.forget(ref);
    const after = run.state === 'ended' ? inventoryAfter(removal.path) : null;
    const plan = after === null ? null : neededRestore(after);
    const restore = { ...untouchedProtection.restore, plan };
    this.#store.update({ run, restore, passwordsGiven: this.#secrets.given() });
  }
}

const untouched = {
  scan: { state: 'notBegun' },
  chosen: [],
  plan: null,
  acknowledged: [],
  managedByUs: false,
  passwordsGiven: [],
  protectionChoice: { requireReplacement: false, enableDefender: false },
  ...untouchedProtection,
} as const;

/** Passwords were wrong, or nothing is left that asks for one. */
function areServed({ outcome }: RunRecord): boolean {
  return outcome !== null && outcomes[outcome].passwords === 'forgotten';
}

function runIdOf(run: RunView): string | null {
  if (run.state === 'interrupted' || run.state === 'refused') return run.runId;
  return run.state === 'ended' ? run.record.runId : null;
}

/** This computer where it can be used, else a practice computer, one with something unfinished first. */
function whereToBegin(machines: readonly GuideMachine[]) {
  const usable = machines.filter(({ choice }) => choice.unavailable === null);
  const first = usable[0];
  if (first === undefined) throw new Error('There is no machine to begin with.');
  const candidates = first.choice.kind === 'thisComputer' ? [first] : usable;
  for (const place of candidates) {
    const earlier = earlierRun(place);
    if (earlier !== null) return { place, earlier };
  }
  return { place: first, earlier: null };
}
