import type { GuidePage } from '../../../shared/contract/guide-pages.ts';
import type { GuideState, RunView } from '../../../shared/contract/guide.ts';
import { usualRestart } from '../../../shared/domain/restart/usual-restart.ts';
import { outcomes } from '../../../shared/domain/run/run-outcomes.ts';
import type { RunRecord, TechnicianFields } from '../../../shared/domain/run/record.ts';
import type { AboutRestart } from '../../session/going-on.ts';
import type { HeldSecrets } from '../../session/held-secrets.ts';
import { writeTechnicianNotes } from '../../session/technician-notes.ts';
import type { CurrentMachine } from './current-machine.ts';
import type { GuideStore } from './guide-store.ts';
import { guideWords } from './guide-words.ts';
import { whileNotToContinue } from './reasons.ts';
import { Removal } from './removal.ts';
import { neededReactivation, untouchedProtection } from './reactivation-view.ts';
import { choiceOf } from './scan-view.ts';

export interface RemovalsOptions {
  readonly store: GuideStore;
  readonly machine: CurrentMachine;
  readonly secrets: HeldSecrets;
  /** A run has ended. */
  readonly onChanged: () => void;
}

/** Begins, continues and cancels removals, one at a time, and knows where the last one keeps its files. */
export class Removals {
  readonly #options: RemovalsOptions;
  #current: Removal | null = null;
  #path: string | null = null;

  constructor(options: RemovalsOptions) {
    this.#options = options;
  }

  /** Folder of the last run of the case in hand; null when there is none. */
  get path(): string | null {
    return this.#path;
  }

  /** Takes over what an earlier start of the program has left; null begins a new case. */
  takeOver(path: string | null): void {
    this.#path = path;
  }

  start(): void {
    this.#begin(null, 'remove');
  }

  resume(): void {
    this.#begin(runIdOf(this.#options.store.snapshot.run), 'remove');
  }

  /** Goes on with the last one as far as to the restart that it waits for, and has Windows restart. */
  restart(): void {
    this.#begin(runIdOf(this.#options.store.snapshot.run), 'restart');
  }

  /** Ends the removal where that is safe. */
  cancel(): void {
    this.#current?.cancel();
  }

  /** Kept beside the run as well, for whoever goes on with it after a restart. */
  note(technician: TechnicianFields): void {
    const path = this.#path ?? this.#current?.folder?.path ?? null;
    if (path !== null) writeTechnicianNotes(path, technician);
  }

  /** Comes back at once: what happens then is in the snapshots. `page` is where a person sees how it ended. */
  #begin(runId: string | null, page: Turn): void {
    const { store, machine, secrets } = this.#options;
    const removal = new Removal({
      place: machine.chosen,
      open: async () => await machine.open(),
      choice: choiceOf(store.snapshot),
      secrets,
      words: async () => await guideWords(store.snapshot),
      technician: () => store.snapshot.technician,
      runId,
      restart: aboutRestart(page, store.snapshot),
      onView: (run) => store.update({ run }),
    });
    this.#current = removal;
    store.update({ page: 'remove', ...untouchedProtection });
    // Starts at once, so that a second click finds it running.
    void this.#follow(removal, page);
  }

  async #follow(removal: Removal, page: Turn): Promise<void> {
    const { store, secrets } = this.#options;
    const run = await removal.run();
    this.#path = removal.folder?.path ?? null;
    this.#current = null;
    if (run.state === 'ended' && haveServed(run.record)) secrets.forgetAll();
    const after = run.state === 'ended' ? (removal.folder?.readInventory('after') ?? null) : null;
    const plan = after === null ? null : neededReactivation(after);
    const reactivation = { ...untouchedProtection.reactivation, plan };
    this.#options.onChanged();
    store.update({ ...turned(run, page), run, reactivation, passwordsGiven: secrets.given() });
  }
}

/** A restart that came to be is told on its page; one that is no longer needed has nothing to say there. */
function turned(run: RunView, page: GuidePage): { readonly page?: GuidePage } {
  const waits = run.state === 'ended' && run.restartNeeded;
  return page === 'restart' && waits ? { page } : {};
}

/** A removal, or the restart that it waits for, to which the person has just said yes. */
type Turn = Extract<GuidePage, 'remove' | 'restart'>;

/**
 * Whoever restarts, and whenever: the person signs in again afterwards, and the run goes on by itself where that is not
 * forbidden (decision 020).
 */
function aboutRestart(turn: Turn, guide: GuideState): AboutRestart {
  const goesOn = whileNotToContinue(guide) === null ? 'signIn' : null;
  if (turn === 'remove') return { choice: { ...usualRestart, goesOn } };
  return {
    choice: { restart: 'prompt', delaySeconds: 30, message: null, goesOn },
    mayRestart: async () => await Promise.resolve(true),
  };
}

/** Passwords were wrong, or nothing is left that asks for one. */
function haveServed({ outcome }: RunRecord): boolean {
  return outcome !== null && outcomes[outcome].passwords === 'forgotten';
}

function runIdOf(run: RunView): string | null {
  if (run.state === 'interrupted' || run.state === 'refused') return run.runId;
  return run.state === 'ended' ? run.record.runId : null;
}
