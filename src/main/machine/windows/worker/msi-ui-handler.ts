import { redactText } from '../../../../shared/windows/redact-text.ts';
import type { MsiMessage } from './msi-message.ts';
import { beforeMsiProgress, nextMsiProgress } from './msi-progress.ts';
import type { WorkerEvent } from '../worker-client/protocol.ts';

/** Listens to one Windows Installer run and answers it. */
export interface MsiUiHandler {
  /** What the message handler returns to Windows Installer. */
  answer(message: MsiMessage): number;
  /** Errors that were said, in order. */
  errors(): readonly string[];
  /** Whether it began to take back what it had done. */
  undone(): boolean;
  /** Says that everything is done. */
  finish(): void;
}

/** Answers of the handler. Source: Microsoft, win32 docs, `INSTALLUI_HANDLER`. */
const handlerAnswer = { notHandled: 0, ok: 1, cancel: 2 } as const;

/** Only these messages may be answered with "cancel"; Windows Installer then undoes what it did. */
const cancellable: ReadonlySet<MsiMessage['kind']> = new Set([
  'progress',
  'actionStart',
  'actionData',
]);

const smallestStep = 0.005;
const mostErrors = 20;

/** Turns messages into events, few enough to be sent over a pipe, and asks to cancel when `isStopped` says so. */
export function msiUiHandler(
  secrets: readonly string[],
  emit: (event: WorkerEvent) => void,
  isStopped: () => boolean,
): MsiUiHandler {
  let progress = beforeMsiProgress;
  let told: { fraction: number | null; text: string | null } = { fraction: null, text: null };
  const errors: string[] = [];
  let undone = false;

  const tell = (fraction: number | null, text: string | null) => {
    const step = (fraction ?? 0) - (told.fraction ?? 0);
    if (
      text === told.text &&
      step < smallestStep &&
      (fraction === null) === (told.fraction === null)
    ) {
      return;
    }
    told = { fraction, text };
    emit({ kind: 'progress', fraction, text: redactText(text, secrets) });
  };

  return {
    answer(message) {
      if (message.kind === 'error') {
        if (errors.length < mostErrors) errors.push(message.text);
        return handlerAnswer.notHandled;
      }
      undone ||= message.kind === 'actionStart' && message.action === 'Rollback';
      progress = nextMsiProgress(progress, message);
      tell(progress.fraction, progress.text);
      if (!cancellable.has(message.kind)) return handlerAnswer.notHandled;
      return isStopped() ? handlerAnswer.cancel : handlerAnswer.ok;
    },
    errors: () => errors,
    undone: () => undone,
    finish: () => tell(1, progress.text),
  };
}
