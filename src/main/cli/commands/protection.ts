import { join } from 'node:path';
import type { ExitCodeName } from '../../../shared/domain/run/exit-codes.ts';
import { isProtected } from '../../../shared/domain/protection/is-protected.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { LiveCheckResult } from '../../../shared/domain/protection/live-check.ts';
import { message } from '../../../shared/domain/message.ts';
import type { Protection } from '../../../shared/domain/protection/protection.ts';
import type { ReactivationPlan } from '../../../shared/domain/protection/reactivation.ts';
import { stepsTaken } from '../../../shared/domain/run/steps-taken.ts';
import type { RunEvent } from '../../../shared/domain/run/run-event.ts';
import { stepOutcomes } from '../../../shared/domain/plan/step-outcomes.ts';
import type { TakenStep } from '../../../shared/domain/plan/step.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { reactivationPlan } from '../../engine/protection/reactivation-plan.ts';
import type { Machine } from '../../machine/machine.ts';
import { decisions } from '../../session/decisions.ts';
import { reactivateDefender } from '../../session/reactivate-defender.ts';
import { ended, got, not, type CommandEnd, type Got } from '../results/command-end.ts';
import { protectionWaitMs, type ProtectionWaitOptions } from '../flags/protection-wait.ts';
import { openMachine, openDataFolder } from '../flags/machines.ts';
import { readMachine } from '../flags/read-machine.ts';
import { isToReactivate, type ReactivateOptions } from '../flags/reactivate-option.ts';
import { loadInventory, type SourceOptions } from '../flags/source.ts';
import { showLiveCheck } from '../terminal/show-live-check.ts';
import { showProtection } from '../terminal/show-protection.ts';
import { showReactivationPlan, showTaken } from '../terminal/show-reactivation.ts';
import { stepTitle } from '../terminal/step-title.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { yes } from '../terminal/yes.ts';

export interface ProtectionOptions extends SourceOptions, ProtectionWaitOptions, ReactivateOptions {
  readonly live?: boolean;
  readonly unattended?: boolean;
}

/** What the command has found and done. */
interface Told {
  readonly protection: Protection;
  /** Why Microsoft Defender is off; null while something protects. */
  readonly reactivation: ReactivationPlan | null;
  /** What was done for it. */
  readonly steps: readonly TakenStep[];
  /** The run that did it; null while nothing was done. */
  readonly run: {
    readonly runId: string;
    readonly folder: string;
    readonly exit: ExitCodeName;
  } | null;
  /** Null unless it was asked for. */
  readonly live: LiveCheckResult | null;
}

/** Whoever waits for the answer, and may break off. */
interface Person {
  readonly terminal: Terminal;
  readonly words: Translator;
  readonly signal: AbortSignal;
}

/** `cutover protection`: what protects the computer, and with consent Microsoft Defender reactivated. */
export async function protectionCommand(
  options: ProtectionOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  if (options.from !== undefined) return await fromFile(options, terminal, words);
  const opened = await openMachine(options);
  if (!opened.ok) return opened.end;
  const machine = opened.value;
  const cancel = new AbortController();
  const stopListening = terminal.onInterrupt(() => cancel.abort());
  try {
    if (options.live && machine.liveCheck === undefined) return noLiveCheck;
    return await onMachine(machine, options, { terminal, words, signal: cancel.signal });
  } finally {
    stopListening();
    await machine.close();
  }
}

async function onMachine(
  machine: Machine,
  options: ProtectionOptions,
  person: Person,
): Promise<CommandEnd> {
  const { terminal, words } = person;
  const read = await readMachine(machine, terminal, words);
  if (!read.ok) return read.end;
  const inventory = read.value;
  const told = toldOf(inventory);
  tellFirst(told, terminal, words);
  if (!(await isAllowed(told.reactivation, options, terminal, words))) {
    return finish(await withLiveCheck(told, machine, options, person), options);
  }
  if (inventory.machine.elevated === false) return notAdministrator;
  const after = await reactivate(machine, inventory, options, person);
  if (!after.ok) return after.end;
  const tested = await withLiveCheck(after.value, machine, options, person);
  return finish(tested, options);
}

const noLiveCheck = ended('unsupportedSystem', message('terminal.end.onlyWindowsLive'));

const notAdministrator = ended(
  'notAdministrator',
  message('terminal.end.defenderNeedsAdministrator'),
);

async function fromFile(
  options: ProtectionOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  if (isToReactivate(options) || options.live) {
    return ended('badArguments', message('terminal.end.notOnFile'));
  }
  const inventory = await loadInventory(options, terminal, words);
  if (!inventory.ok) return inventory.end;
  const told = toldOf(inventory.value);
  tellFirst(told, terminal, words);
  return finish(told, options);
}

function toldOf(inventory: Inventory): Told {
  const protection = decisions.protection(inventory);
  const reactivation = isProtected(protection) ? null : reactivationPlan(inventory);
  return { protection, reactivation, steps: [], run: null, live: null };
}

/** A flag is consent; a person is asked. */
async function isAllowed(
  reactivation: ReactivationPlan | null,
  options: ProtectionOptions,
  terminal: Terminal,
  words: Translator,
): Promise<boolean> {
  if (reactivation === null || reactivation.steps.length === 0) return false;
  if (isToReactivate(options)) return true;
  const asks = terminal.interactive && !options.unattended && !options.mayNotReactivate;
  return asks && (await yes(terminal, words, words.t('terminal.ask.now')));
}

async function reactivate(
  machine: Machine,
  inventory: Inventory,
  options: ProtectionOptions,
  { terminal, words, signal }: Person,
): Promise<Got<Told>> {
  const data = await openDataFolder(options, 'write', { terminal, words });
  if (!data.ok) return data;
  const end = await reactivateDefender({
    machine,
    inventory,
    dataFolder: data.value,
    words,
    protectionWaitMs: protectionWaitMs(options),
    signal,
    onEvent: (event) => tellStep(event, terminal, words),
  });
  if (end.kind === 'refused') return not(end.exit, end.message);
  const { record, folder } = end;
  const steps = stepsTaken(record);
  const after = {
    ...toldOf(end.inventory),
    steps,
    run: { runId: record.runId, folder, exit: end.exit },
  };
  showTaken(terminal, words, steps);
  if (end.exit === 'restartNeeded') terminal.out(words.sentences(record.summary));
  showProtection(terminal, words, after.protection);
  terminal.out(words.t('terminal.run.report', { path: join(folder, 'report.html') }));
  return got(after);
}

function tellStep(event: RunEvent, terminal: Terminal, words: Translator): void {
  if (event.kind === 'stepStarted') terminal.status(`${stepTitle(event.step, words)} …`);
}

/** Last, so that it tests what was reactivated. */
async function withLiveCheck(
  told: Told,
  machine: Machine,
  options: ProtectionOptions,
  { terminal, words, signal }: Person,
): Promise<Told> {
  if (!options.live || machine.liveCheck === undefined) return told;
  terminal.status(words.t('liveCheck.running'));
  const live = await machine.liveCheck(signal);
  showLiveCheck(terminal, words, live);
  return { ...told, live };
}

function tellFirst(told: Told, terminal: Terminal, words: Translator): void {
  showProtection(terminal, words, told.protection, { sources: true });
  if (told.reactivation !== null) showReactivationPlan(terminal, words, told.reactivation);
}

/** Reading is a success whatever it says, except where Microsoft Defender was to be reactivated and nothing protects. */
function finish(told: Told, options: ProtectionOptions): CommandEnd {
  const changed = told.steps.some(({ result }) => stepOutcomes[result.outcome].changes);
  return { exit: exitOf(told, options), answer: { ...told, changed } };
}

function exitOf({ run, protection }: Told, options: ProtectionOptions): ExitCodeName {
  if (!isToReactivate(options)) return 'success';
  return run?.exit ?? (isProtected(protection) ? 'success' : 'notProtected');
}
