import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { StepOutcome } from '../../../shared/domain/outcome.ts';
import type { RunEvent } from '../../../shared/domain/run-event.ts';
import { stepOutcomes } from '../../../shared/domain/step-outcomes.ts';
import type { StepResult } from '../../../shared/domain/step.ts';
import { english } from '../../../shared/words/english.ts';
import { visible } from '../../report/visible.ts';
import { showFindings } from './show-findings.ts';
import { showHazards, showPlan } from './show-plan.ts';
import { showProtection } from './show-protection.ts';
import { showRestored } from './show-restore.ts';
import { styled, toneStyles } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

export interface ShowRunOptions {
  /** False where a person has already seen what was found and planned. */
  readonly findingsAndPlan: boolean;
}

/** Tells a run in the terminal, as it goes on. */
export function runTeller(terminal: Terminal, options: ShowRunOptions): (event: RunEvent) => void {
  const steps = new StepLines(terminal);
  return (event) => {
    switch (event.kind) {
      case 'runStarted':
        terminal.out(event.resumed ? `Going on with run ${event.runId}` : `Run ${event.runId}`);
        return;
      case 'inventoryStarted':
        terminal.status(event.purpose === 'before' ? 'Looking …' : 'Looking again …');
        return;
      case 'detected':
        if (event.purpose === 'before' && options.findingsAndPlan) {
          heading(terminal, 'What was found');
          showFindings(terminal, event.findings);
        }
        if (event.purpose === 'after') {
          heading(terminal, 'What is there now');
          showFindings(terminal, event.findings);
        }
        return;
      case 'planned':
        if (options.findingsAndPlan) {
          heading(terminal, 'The plan');
          showPlan(terminal, event.plan);
        }
        return;
      case 'stopped':
        heading(terminal, 'Nothing was removed');
        showHazards(terminal, event.hazards);
        return;
      case 'kept':
        return;
      case 'stepStarted':
        steps.start(
          `${event.index + 1} of ${event.total}: ${english.t('step.remove', event.step)}`,
        );
        return;
      case 'stepProgress':
        steps.progress(event.fraction, event.text);
        return;
      case 'stepWaiting':
        steps.waiting(event.waitingFor, event.elapsedMs);
        return;
      case 'stepFinished':
        steps.finish(event.result);
        return;
      case 'restartNeeded':
        heading(terminal, 'Windows has to restart');
        for (const reason of event.reasons)
          terminal.out(`  · ${wrapped(reason, terminal.columns, '    ')}`);
        return;
      case 'restoreStarted':
        terminal.status(`${event.step.title} …`);
        return;
      case 'restoreEnded':
        showRestored(terminal, [event.result]);
        return;
      case 'protectionAwaited': {
        const seconds = Math.round(event.elapsedMs / 1000);
        terminal.status(`  ${seconds} s, waiting for another antivirus to take over`);
        return;
      }
      case 'protection':
        heading(terminal, 'What protects this computer');
        showProtection(terminal, event.protection);
        return;
      case 'runFinished':
        return;
      default:
        assertNever(event);
    }
  };
}

function heading(terminal: Terminal, text: string): void {
  terminal.out('');
  terminal.out(styled(terminal, 'bold', text));
}

const outcomeWords: Readonly<Record<StepOutcome, string>> = {
  removed: 'removed',
  restartNeeded: 'removed, restart needed',
  stillPresent: 'still there',
  passwordMissing: 'needs a password',
  passwordWrong: 'refused the password',
  installerBusy: 'Windows Installer was busy',
  timedOut: 'did not end in time',
  cancelled: 'cancelled',
  failed: 'failed',
  notRun: 'not begun',
};

/**
 * The lines of one step. On a screen one line is drawn again and again; in a file only every quarter of the
 * way is written, and what is waited for at most twice a minute.
 */
class StepLines {
  readonly #terminal: Terminal;
  #quarter = 0;
  #lastWaitingMs = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  start(title: string): void {
    this.#quarter = 0;
    this.#lastWaitingMs = 0;
    heading(this.#terminal, `Step ${title}`);
  }

  progress(fraction: number | null, text: string | null): void {
    const percent =
      fraction === null ? '   …' : `${String(Math.floor(fraction * 100)).padStart(3)}%`;
    this.#terminal.status(`  ${percent} ${text ?? ''}`);
    const quarter = fraction === null ? 0 : Math.floor(fraction * 4);
    if (quarter <= this.#quarter || this.#terminal.interactive) return;
    this.#quarter = quarter;
    this.#terminal.out(`  ${percent} ${text ?? ''}`);
  }

  waiting(waitingFor: string, elapsedMs: number): void {
    const text = `  ${Math.round(elapsedMs / 1000)} s, waiting for ${waitingFor}`;
    this.#terminal.status(text);
    if (this.#terminal.interactive || elapsedMs - this.#lastWaitingMs < 30_000) return;
    this.#lastWaitingMs = elapsedMs;
    this.#terminal.out(text);
  }

  finish(result: StepResult): void {
    const word = outcomeWords[result.outcome];
    const style = toneStyles[stepOutcomes[result.outcome].tone];
    const seconds = (result.durationMs / 1000).toFixed(1);
    const code = result.exitCode === null ? '' : `, exit code ${result.exitCode}`;
    this.#terminal.out(
      `  ${styled(this.#terminal, style, word)}  ${visible(result.name)} (${seconds} s${code})`,
    );
    this.#terminal.out(`  ${wrapped(result.message, this.#terminal.columns, '  ')}`);
  }
}
