import type { RunEvent } from '../../../shared/domain/run/run-event.ts';
import type { Message, MessageId } from '../../../shared/domain/message.ts';
import { stepOutcomes } from '../../../shared/domain/plan/step-outcomes.ts';
import type { TakenStep } from '../../../shared/domain/plan/step.ts';
import { stepHeading } from '../../../shared/words/step-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { visible } from '../../report/visible.ts';
import { stepTitle } from './step-title.ts';
import { styled, toneStyles } from './style.ts';
import { wrapped } from './wrapped.ts';
import type { Terminal } from './terminal.ts';

/** What somebody who reads along has to hear when it begins. The name of a program alone is none of it. */
const news: ReadonlySet<string> = new Set<MessageId>([
  'doing.silent',
  'doing.spins',
  'doing.window.seen',
  'doing.window.unseen',
]);

/**
 * The lines of one step. On a screen one line is drawn again and again; in a file only every quarter of the
 * way is written, and what is waited for when it is news and else at most twice a minute.
 */
export class StepLines {
  readonly #terminal: Terminal;
  readonly #words: Translator;
  #quarter = 0;
  #lastWaitingMs = 0;
  #told: string | null = null;

  constructor(terminal: Terminal, words: Translator) {
    this.#terminal = terminal;
    this.#words = words;
  }

  start({ step, index, total }: Extract<RunEvent, { kind: 'stepStarted' }>): void {
    this.#quarter = 0;
    this.#lastWaitingMs = 0;
    this.#told = null;
    const title = stepTitle(step, this.#words);
    const line = this.#words.t('terminal.run.step', { index: index + 1, total, title });
    this.#terminal.out('');
    this.#terminal.out(styled(this.#terminal, 'bold', line));
  }

  progress(fraction: number | null, text: string | null): void {
    const percent =
      fraction === null ? '   …' : `${String(Math.floor(fraction * 100)).padStart(3)}%`;
    const line = `  ${percent} ${text ?? ''}`;
    this.#terminal.status(line);
    const quarter = fraction === null ? 0 : Math.floor(fraction * 4);
    if (quarter <= this.#quarter || this.#terminal.interactive) return;
    this.#quarter = quarter;
    this.#terminal.out(line);
  }

  waiting(waitingFor: Message, elapsedMs: number): void {
    const { t, duration } = this.#words;
    const text = `  ${t('terminal.run.waiting', { time: duration(elapsedMs), name: waitingFor })}`;
    this.#terminal.status(text);
    const isNews = news.has(waitingFor.id) && waitingFor.id !== this.#told;
    const isTime = elapsedMs - this.#lastWaitingMs >= 30_000;
    if (this.#terminal.interactive || (!isNews && !isTime)) return;
    this.#lastWaitingMs = elapsedMs;
    this.#told = waitingFor.id;
    this.#terminal.out(text);
  }

  finish({ step, result }: TakenStep): void {
    const { outcome, durationMs, exitCode, message } = result;
    const { t, duration, sentences } = this.#words;
    const outcomeSays = t(`stepOutcome.${outcome}.title`);
    const style = toneStyles[stepOutcomes[outcome].tone];
    const word = styled(this.#terminal, style, outcomeSays);
    // Only of an uninstaller does a code say more than the word.
    const isTold = exitCode !== null && (exitCode !== 0 || step.about.kind === 'product');
    const code = isTold ? `, ${t('step.exitCode')} ${exitCode}` : '';
    const says = sentences(message);
    this.#terminal.out(
      `  ${word}  ${visible(stepHeading(step, this.#words))} (${duration(durationMs)}${code})`,
    );
    if (says !== `${outcomeSays}.`)
      this.#terminal.out(`  ${wrapped(says, this.#terminal.columns, '  ')}`);
  }
}
