import type { MsiMessage } from './msi-message.ts';

/** How far Windows Installer is, and the counters that this follows from. */
export interface MsiProgress {
  /** 0 to 1, never falls; null before the installer has said anything about it. */
  readonly fraction: number | null;
  /** What it is doing, in its own language; null when it does not say. */
  readonly text: string | null;
  readonly phase: Phase;
}

interface Phase {
  readonly total: number;
  readonly done: number;
  readonly backward: boolean;
  /** Ticks that each action-data message counts for; 0 when they do not count. */
  readonly step: number;
  /** The stretch of the whole bar that this phase moves over. */
  readonly from: number;
  readonly to: number;
}

const noPhase: Phase = { total: 0, done: 0, backward: false, step: 0, from: 0, to: 0 };

export const beforeMsiProgress: MsiProgress = { fraction: null, text: null, phase: noPhase };

/** What a phase takes of the bar that is still ahead: making the script is short, running it is the work. */
const shareOfScriptGeneration = 0.1;
const shareOfExecution = 0.9;

/**
 * The progress after one more message. Windows Installer starts its bar again for every phase (making the
 * script, running it, a rollback, a nested installation) and does not say how many there will be, so every phase
 * gets a share of what is left, and a phase that runs backward moves nothing.
 * Source: Microsoft, win32 docs, "Parsing Windows Installer Messages".
 */
export function nextMsiProgress(before: MsiProgress, message: MsiMessage): MsiProgress {
  switch (message.kind) {
    case 'progress':
      return withFraction({ ...before, phase: nextPhase(before, message.fields) });
    case 'actionStart':
      return {
        ...before,
        text: message.description === '' ? before.text : message.description,
        phase: { ...before.phase, step: 0 },
      };
    case 'actionData':
      return withFraction({ ...before, phase: moved(before.phase, before.phase.step) });
    case 'error':
    case 'other':
      return before;
  }
}

/** Kinds of progress message, by their first field. */
const reset = 0;
const actionInformation = 1;
const report = 2;
const addition = 3;

type Fields = Extract<MsiMessage, { kind: 'progress' }>['fields'];

function nextPhase(before: MsiProgress, [kind, second, third, fourth]: Fields): Phase {
  const phase = before.phase;
  if (kind === reset) return newPhase(before.fraction ?? 0, second, third === 1, fourth === 1);
  // Before the first reset nothing has a meaning yet.
  if (before.fraction === null) return phase;
  if (kind === actionInformation) return { ...phase, step: third === 1 ? positive(second) : 0 };
  if (kind === report) return moved(phase, positive(second));
  if (kind === addition) return { ...phase, total: phase.total + positive(second) };
  return phase;
}

function newPhase(from: number, total: number, backward: boolean, generating: boolean): Phase {
  const share = generating ? shareOfScriptGeneration : shareOfExecution;
  return { ...noPhase, total: positive(total), backward, from, to: from + (1 - from) * share };
}

function moved(phase: Phase, ticks: number): Phase {
  return phase.backward ? phase : { ...phase, done: phase.done + ticks };
}

function positive(ticks: number): number {
  return Math.max(0, ticks);
}

function withFraction(progress: MsiProgress): MsiProgress {
  const { total, done, from, to } = progress.phase;
  if (to === 0) return progress;
  const part = total === 0 ? 0 : Math.min(1, done / total);
  return { ...progress, fraction: Math.max(progress.fraction ?? 0, from + (to - from) * part) };
}
