import { message } from '../../shared/domain/message.ts';
import {
  unreadableSummary,
  withParts,
  type MachineSummary,
} from '../../shared/domain/machine-summary.ts';
import type { RunRecord } from '../../shared/domain/run/record.ts';
import type { Machine } from '../machine/machine.ts';

/** The machine's summary, read in the background of a run that never waits for it. */
export interface BackgroundSummary {
  readonly begin: () => void;
  /** The record with what is known by now. */
  readonly into: (record: RunRecord) => RunRecord;
  /** Gives up what is still being read. */
  readonly end: () => void;
}

export function backgroundSummary(machine: Machine): BackgroundSummary {
  const leaving = new AbortController();
  let summary: MachineSummary | null = null;
  return {
    begin: () => {
      if (machine.summary === undefined || summary !== null) return;
      summary = unreadableSummary(message('machineFacts.notYet'));
      void machine.summary(leaving.signal, (parts) => {
        if (summary !== null) summary = withParts(summary, parts);
      });
    },
    into: (record) => (summary === null ? record : { ...record, machineSummary: summary }),
    end: () => leaving.abort(),
  };
}
