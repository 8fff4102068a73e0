import type { Reply } from '../../../shared/contract/contract.ts';
import type { RunView } from '../../../shared/contract/guide.ts';
import type { Choice, Hazard } from '../../../shared/domain/plan/plan.ts';
import type { TechnicianFields } from '../../../shared/domain/run/record.ts';
import type { RunEvent } from '../../../shared/domain/run/run-event.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { systemClock } from '../../engine/record/clock.ts';
import type { DataFolder } from '../../disk/data-folder.ts';
import { CannotWrite } from '../../disk/cannot-write.ts';
import { openRunFor } from '../../engine/run/open-runs.ts';
import type { RunEnd } from '../../engine/run/run.ts';
import { createRunFolder, findRunFolder, type RunFolder } from '../../engine/record/run-folder.ts';
import type { Passwords } from '../../engine/run/passwords.ts';
import type { Machine } from '../../machine/machine.ts';
import type { AboutRestart } from '../../session/going-on.ts';
import { runSession } from '../../session/run-session.ts';
import type { GuideMachine } from './guide-machine.ts';
import { afterEnd, afterEvent, afterTime, beginning } from './run-view.ts';

export interface RemovalOptions {
  readonly place: GuideMachine;
  readonly open: () => Promise<Machine>;
  readonly choice: Choice;
  readonly secrets: Passwords;
  /** Of the person, for the report that the run writes. */
  readonly words: () => Promise<Translator>;
  readonly technician: () => TechnicianFields;
  /** The run to go on with; null begins a new one. */
  readonly runId: string | null;
  /** What is done about a restart that it comes to wait for; missing where that is left to a person. */
  readonly restart?: AboutRestart | undefined;
  readonly onView: (view: RunView) => void;
}

/** One that was broken off, and was to do the same, is gone on with. */
function folderFor({ id }: Machine, dataFolder: DataFolder, choice: Choice): RunFolder {
  const open = openRunFor({ dataFolder, machineId: id }, choice);
  return open ?? createRunFolder(dataFolder, systemClock);
}

const tickMs = 1000;

/** One run as the window sees it: starts it, follows its events, and can cancel it. Used once. */
export class Removal {
  readonly #options: RemovalOptions;
  readonly #cancel = new AbortController();
  #view = beginning('', systemClock.now().toISOString());
  #hazards: readonly Hazard[] = [];
  #kept: RunFolder | null = null;

  constructor(options: RemovalOptions) {
    this.#options = options;
  }

  /** Where the journal and the logs lie; null until it is made. */
  get folder(): RunFolder | null {
    return this.#kept;
  }

  /** Ends the run where that is safe. Harmless when called twice. */
  cancel(): void {
    this.#cancel.abort();
    this.#show({ ...this.#view, cancelling: true });
  }

  /** Runs to the end. Every failure, also a defect, is in the view. */
  async run(): Promise<RunView> {
    this.#show(this.#view);
    const timer = this.#tick();
    try {
      return await this.#toEnd();
    } catch (error) {
      if (error instanceof CannotWrite)
        return this.#refused({ id: 'cannotWrite', detail: error.message });
      const detail = error instanceof Error ? error.message : String(error);
      return this.#refused({ id: 'defect', detail });
    } finally {
      clearInterval(timer);
    }
  }

  async #toEnd(): Promise<RunView> {
    const machine = await this.#options.open();
    const folder = await this.#folder(machine);
    if (!folder.ok) return this.#refused(folder.problem);
    this.#kept = folder.value;
    this.#show({ ...this.#view, runId: folder.value.runId });
    return afterEnd(await this.#session(machine, folder.value), this.#hazards, this.#options.runId);
  }

  async #session(machine: Machine, folder: RunFolder): Promise<RunEnd> {
    const { choice, secrets, words, technician, restart } = this.#options;
    return await runSession({
      machine,
      folder,
      choice,
      secrets,
      words: await words(),
      dryRun: false,
      signal: this.#cancel.signal,
      onEvent: (event) => this.#follow(event),
      technician,
      restart,
    });
  }

  /** The folder, or why there is none. */
  async #folder(machine: Machine): Promise<Reply<RunFolder>> {
    const { place, runId, choice } = this.#options;
    const data = await place.writable();
    if (!data.ok) return data;
    if (runId === null) return { ok: true, value: folderFor(machine, data.value, choice) };
    const found = findRunFolder(data.value, runId);
    if (found.ok) return { ok: true, value: found.folder };
    const detail = found.why ?? runId;
    return { ok: false, problem: { id: 'runFolderGone', detail } };
  }

  #refused(problem: Problem): RunView {
    return { state: 'refused', problem, runId: this.#options.runId };
  }

  #follow(event: RunEvent): void {
    if (event.kind === 'stopped') this.#hazards = event.hazards;
    this.#show(afterEvent(this.#view, event));
  }

  #tick(): NodeJS.Timeout {
    let last = performance.now();
    return setInterval(() => {
      const now = performance.now();
      this.#show(afterTime(this.#view, now - last));
      last = now;
    }, tickMs);
  }

  #show(view: ReturnType<typeof beginning>): void {
    this.#view = view;
    this.#options.onView(view);
  }
}
