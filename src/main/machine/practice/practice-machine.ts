import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { LiveCheckResult } from '../../../shared/domain/protection/live-check.ts';
import type { SummaryParts } from '../../../shared/domain/machine-summary.ts';
import type { Action, ActionResult } from '../../../shared/domain/action.ts';
import { message, quoted } from '../../../shared/domain/message.ts';
import { sectionNames } from '../../../shared/domain/sections.ts';
import { hiddenSecret } from '../../../shared/windows/redact-text.ts';
import type { InventoryRequest, Machine, PerformContext } from '../machine.ts';
import { readSections } from '../sources/read-sections.ts';
import { recordedPrograms } from './recorded-programs.ts';
import { recordedSource } from './recorded-source.ts';
import { practiceLiveCheck } from './practice-live-check.ts';
import {
  practiceComputerSchema,
  type Changes,
  type Effect,
  type PracticeComputer,
} from './computers/practice-computer.ts';
import { nothingKnown, type Performed as Switched } from '../windows/perform/performer.ts';
import { practiceSummary } from './practice-summary.ts';
import { subjectOf } from '../../../shared/domain/action-subject.ts';
import { freshSignatures, practiceControl } from './practice-control.ts';
import { practiceNetwork } from './practice-network.ts';
import { practiceRepair } from './practice-repair.ts';
import { practiceRestarts } from './practice-restarts.ts';
import { practiceQuarantine } from './practice-quarantine.ts';
import { practiceSwitch } from './practice-switch.ts';
import {
  afterEffect,
  afterRestart,
  loadState,
  recordedState,
  saveState,
  type PracticeState,
} from './practice-state.ts';

export interface PracticeOptions {
  readonly computer: PracticeComputer;
  /** Where the state of the computer is kept between processes. */
  readonly folder: string;
  /** How long things take: 1 as on a real computer, 0 at once. */
  readonly speed?: number;
}

/**
 * A recorded computer to try everything on: its uninstallers change a file and nothing else. What they did
 * outlives the process, so that a kill, a second process and a restart can be practised too.
 */
export class PracticeMachine implements Machine {
  readonly id: string;
  readonly practice = true;
  readonly #computer: PracticeComputer;
  readonly #folder: string;
  readonly #speed: number;

  private constructor({ computer, folder, speed = 1 }: PracticeOptions) {
    this.id = `practice-${computer.id}`;
    this.#computer = computer;
    this.#folder = folder;
    this.#speed = speed;
  }

  /** @throws ZodError when the recorded computer is not whole; that is a defect of its author. */
  static async open(options: PracticeOptions): Promise<PracticeMachine> {
    practiceComputerSchema.parse(options.computer);
    return await Promise.resolve(new PracticeMachine(options));
  }

  async inventory(request: Partial<InventoryRequest> = {}): Promise<Inventory> {
    const { inventory: seen } = this.#state();
    const { makers } = request.scope ?? {};
    const inventory =
      makers === undefined ? seen : { ...seen, executables: recordedPrograms(seen, makers) };
    const source = recordedSource(inventory, inventoryTakesMs * this.#speed);
    return {
      ...inventory,
      ...(await readSections({ ...request, only: sectionNames, source, context: null })),
      collectedAt: new Date().toISOString(),
      collectedBy: 'cutover practice',
      source: { kind: 'practice', detail: this.#computer.title },
    };
  }

  async perform(action: Action, context: PerformContext): Promise<ActionResult> {
    const startedAt = new Date().toISOString();
    const performed = await this.#act(action, context);
    writeLog(context.logFile, performed);
    return {
      startedAt,
      command: commandOf(action),
      ...nothingKnown,
      logFile: context.logFile,
      ...performed,
    };
  }

  /** Restarts the practice computer: what waited for a restart happens. */
  restart(): void {
    saveState(afterRestart(this.#state()), this.#folder);
  }

  /** Puts the computer back to how it was recorded. */
  reset(): void {
    saveState(recordedState(this.#computer), this.#folder);
  }

  async close(): Promise<void> {
    // The state is written with every change; nothing is held.
  }

  async liveCheck(signal: AbortSignal): Promise<LiveCheckResult> {
    await this.#takeTime(liveCheckTakesMs, signal);
    return this.#computer.liveCheck ?? practiceLiveCheck(this.#state().inventory);
  }

  async summary(_signal: AbortSignal, onParts: (parts: SummaryParts) => void): Promise<void> {
    onParts(practiceSummary(this.#state().inventory));
    await Promise.resolve();
  }

  async #act(action: Action, context: PerformContext): Promise<Performed> {
    const { restarts } = this.#state();
    const effect = this.#computer.effects.findLast(
      (candidate) => (candidate.afterRestarts ?? 0) <= restarts && answers(candidate, action),
    );
    if (effect === undefined) return (await this.#switch(action, context)) ?? unknownTo(action);
    if (!isInstalled(this.#state().inventory, effect)) return unknownTo(action);
    if (!isUnlocked(effect, action, context)) return await this.#refuse(effect);
    return await this.#carryOut(effect, context);
  }

  /** Null for an action that is about no setting of Windows. */
  async #switch(action: Action, context: PerformContext): Promise<Performed | null> {
    // Read once for all that one action asks.
    let state = this.#state();
    const inventory = () => state.inventory;
    const save = (changed: PracticeState) => {
      state = changed;
      saveState(changed, this.#folder);
    };
    const change = (changes: Changes) => save(afterEffect(state, changes, null));
    if (action.kind === 'updateDefenderSignatures') {
      change(freshSignatures(inventory()));
      return { ended: 'exited', exitCode: 0, durationMs: 0 };
    }
    const done = await practiceSwitch(action, context, {
      control: practiceControl(inventory, change),
      repair: practiceRepair(inventory, change),
      network: practiceNetwork(inventory, change, this.#computer.inventory),
      restarts: practiceRestarts(inventory, change),
      ...practiceQuarantine(inventory, (changed) => save({ ...state, inventory: changed })),
    });
    return done === null ? null : { ...done, durationMs: 0 };
  }

  async #refuse(effect: Effect): Promise<Performed> {
    await this.#takeTime(refusalTakesMs);
    const said = effect.password?.message ?? null;
    return { ended: 'exited', exitCode: 1603, said, durationMs: refusalTakesMs * this.#speed };
  }

  async #carryOut(effect: Effect, context: PerformContext): Promise<Performed> {
    const whole = effect.stages.reduce((sum, { takesMs }) => sum + takesMs, hangMsOf(effect));
    let passed = 0;
    for (const { text, takesMs } of effect.stages) {
      for (const slice of slicesOf(takesMs, this.#speed)) {
        const fraction = whole === 0 ? null : Math.min(1, passed / whole);
        context.onEvent({ kind: 'progress', fraction, text });
        if (!(await this.#takeTime(slice, context.signal))) {
          return cancelled(passed * this.#speed);
        }
        passed += slice;
      }
    }
    return await this.#finish(effect, context, passed);
  }

  async #finish(effect: Effect, context: PerformContext, passedMs: number): Promise<Performed> {
    const durationMs = Math.round(passedMs * this.#speed);
    const { end } = effect;
    if (end.how === 'hangs') return await this.#hang(end, context);
    if (end.how === 'crashes') {
      return { ended: 'crashed', said: end.message, durationMs };
    }
    saveState(afterEffect(this.#state(), effect.changes, effect.atRestart), this.#folder);
    context.onEvent({ kind: 'progress', fraction: 1, text: null });
    return { ended: 'exited', exitCode: end.exitCode, said: end.message, durationMs };
  }

  async #hang({ waitingFor: name, lastsMs }: Hang, context: PerformContext): Promise<Performed> {
    const waitingFor = quoted(name);
    const limitMs = Math.min(context.timeLimitMs, lastsMs ?? Infinity);
    for (let elapsedMs = 0; elapsedMs < limitMs; elapsedMs += signOfLifeMs) {
      context.onEvent({ kind: 'waiting', waitingFor, elapsedMs });
      if (!(await this.#takeTime(signOfLifeMs, context.signal))) {
        return cancelled(elapsedMs * this.#speed);
      }
    }
    return {
      ended: 'timedOut',
      durationMs: Math.round(limitMs * this.#speed),
      killedProcesses: ['msiexec.exe'],
    };
  }

  /** False when the person cancelled meanwhile. */
  async #takeTime(takesMs: number, signal?: AbortSignal): Promise<boolean> {
    if (signal?.aborted) return false;
    const ms = takesMs * this.#speed;
    if (ms === 0) return true;
    try {
      await sleep(ms, undefined, signal === undefined ? {} : { signal });
      return true;
    } catch {
      return false;
    }
  }

  /** Read anew each time: another process may have worked on the computer. */
  #state(): PracticeState {
    return loadState(this.#computer, this.#folder);
  }
}

type Hang = Extract<Effect['end'], { readonly how: 'hangs' }>;

type Performed = Switched & Pick<ActionResult, 'durationMs'>;

const inventoryTakesMs = 1500;
const refusalTakesMs = 4000;
const liveCheckTakesMs = 3000;
const signOfLifeMs = 5000;
const tickMs = 250;

function answers({ match }: Effect, action: Action): boolean {
  if (action.kind === 'uninstallMsi') {
    return 'productCode' in match && isSame(match.productCode, action.productCode);
  }
  if (action.kind === 'runUninstaller') {
    return 'program' in match && isSame(match.program, action.program);
  }
  return (
    'kind' in match && match.kind === action.kind && isSame(match.subject, subjectOf(action) ?? '')
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function isInstalled(inventory: Inventory, { match }: Effect): boolean {
  if ('productCode' in match) {
    const products = inventory.installerProducts.items;
    return products.some(({ productCode }) => isSame(productCode, match.productCode));
  }
  if ('kind' in match) return true;
  return inventory.files.items.some(({ path, exists }) => exists && isSame(path, match.program));
}

function unknownTo(action: Action): Performed {
  if (action.kind === 'uninstallMsi') {
    return { ended: 'exited', exitCode: 1605, durationMs: 0 };
  }
  const what =
    action.kind === 'runUninstaller' ? action.program : (subjectOf(action) ?? action.kind);
  return {
    ended: 'couldNotStart',
    message: [message('practice.notThere', { what })],
    durationMs: 0,
  };
}

/** Only a password that the action hands over counts, as with the real installer. */
function isUnlocked({ password }: Effect, action: Action, { secrets }: PerformContext): boolean {
  if (password === null) return true;
  const handedOver =
    action.kind === 'uninstallMsi' &&
    action.secretProperties.some(({ secret }) => secret === password.secret);
  return handedOver && secrets.get(password.secret) === password.value;
}

function hangMsOf({ end }: Effect): number {
  return end.how === 'hangs' ? (end.lastsMs ?? 0) : 0;
}

/** At speed 0 a stage is told once; else often enough for a bar that moves. */
function slicesOf(takesMs: number, speed: number): readonly number[] {
  if (speed === 0) return [takesMs];
  const count = Math.max(1, Math.round(takesMs / tickMs));
  return Array.from({ length: count }, () => takesMs / count);
}

function cancelled(durationMs: number): Performed {
  return { ended: 'cancelled', durationMs: Math.round(durationMs) };
}

function commandOf(action: Action): string {
  if (action.kind === 'runUninstaller') return [action.program, ...action.args].join(' ');
  if (action.kind !== 'uninstallMsi') return `${action.kind} ${subjectOf(action) ?? ''}`.trim();
  const properties = Object.entries(action.properties).map(([name, value]) => `${name}=${value}`);
  const secrets = action.secretProperties.map(({ name }) => `${name}=${hiddenSecret}`);
  return ['Windows Installer: remove', action.productCode, ...properties, ...secrets].join(' ');
}

function writeLog(path: string, performed: Performed): void {
  const { ended, exitCode, said } = performed;
  const text = `Practice: ${ended}, exit code ${exitCode ?? 'none'}. ${said ?? ''}\n`;
  try {
    writeFileSync(path, text);
  } catch {
    // An installer that cannot write its log goes on all the same.
  }
}
