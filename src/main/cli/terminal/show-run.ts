import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { RunEvent } from '../../../shared/domain/run/run-event.ts';
import type { Plan } from '../../../shared/domain/plan/plan.ts';
import type { MessageId } from '../../../shared/domain/message.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { wordsOf } from './said.ts';
import { showDangers } from './show-dangers.ts';
import { showFindings } from './show-findings.ts';
import { showHazards, showPlan } from './show-plan.ts';
import { showProtection } from './show-protection.ts';
import { StepLines } from './step-lines.ts';
import { styled } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

export interface ShowRunOptions {
  /** False where a person has already seen what was found and planned. */
  readonly findingsAndPlan: boolean;
}

/** Tells a run in the terminal, as it goes on. */
export function runTeller(
  terminal: Terminal,
  words: Translator,
  options: ShowRunOptions,
): (event: RunEvent) => void {
  const { t } = words;
  const steps = new StepLines(terminal, words);
  let planned = false;
  const heading = (id: HeadingId) => {
    terminal.out('');
    terminal.out(styled(terminal, 'bold', t(id)));
  };
  return (event) => {
    switch (event.kind) {
      case 'runStarted': {
        const run = event.runId;
        terminal.out(
          event.resumed ? t('terminal.run.goingOn', { run }) : t('terminal.run.started', { run }),
        );
        return;
      }
      case 'inventoryStarted':
        terminal.status(
          event.purpose === 'before' ? t('terminal.run.looking') : t('terminal.run.lookingAgain'),
        );
        return;
      case 'detected':
        if (event.purpose === 'before' && !options.findingsAndPlan) return;
        heading(event.purpose === 'before' ? 'terminal.run.found' : 'terminal.run.now');
        showFindings(terminal, words, event.findings);
        return;
      case 'planned':
        // What a later phase adds is told step by step.
        if (!options.findingsAndPlan || planned) return;
        planned = true;
        heading('terminal.run.plan');
        showBeginning(terminal, words, event.plan);
        return;
      case 'stopped':
        heading('terminal.run.nothingRemoved');
        showHazards(terminal, words, event.hazards);
        return;
      case 'kept':
        return;
      case 'stepStarted':
        steps.start(event);
        return;
      case 'stepProgress':
        steps.progress(event.fraction, event.text);
        return;
      case 'stepWaiting':
        steps.waiting(event.waitingFor, event.elapsedMs);
        return;
      case 'stepFinished':
        steps.finish(event);
        return;
      case 'restartNeeded':
        heading('terminal.run.mustRestart');
        for (const reason of event.reasons)
          terminal.out(`  · ${wrapped(wordsOf(reason, words), terminal.columns, '    ')}`);
        return;
      case 'protectionAwaited': {
        const time = words.duration(event.elapsedMs);
        terminal.status(`  ${t('terminal.run.awaitingProtection', { time })}`);
        return;
      }
      case 'judged':
        showDangers(terminal, words, event.state.dangers, null);
        heading('page.proof.protection');
        showProtection(terminal, words, event.state.protection);
        return;
      case 'notPublished':
        terminal.err(wordsOf(event.why, words));
        return;
      case 'runFinished':
        return;
      default:
        assertNever(event);
    }
  };
}

type HeadingId = Extract<
  MessageId,
  | 'page.proof.protection'
  | `terminal.run.${'found' | 'mustRestart' | 'nothingRemoved' | 'now' | 'plan'}`
>;

/** Of a run that cleans up too only the first phase is planned yet. */
function showBeginning(terminal: Terminal, words: Translator, plan: Plan): void {
  const [first, ...later] = plan.choice.phases;
  const part = first !== 'clean' && later.includes('clean') ? 'beginning' : 'whole';
  showDangers(terminal, words, plan.dangers, plan, part);
  showPlan(terminal, words, plan, part);
}
