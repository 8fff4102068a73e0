import { message, type Message } from '../../../shared/domain/message.ts';
import type { JournalEntry } from '../record/journal-entry.ts';

/**
 * What the worker of an earlier start is called, which may still be at work; null where every worker was seen to its end.
 * Only for telling: whether it really is at work, the lock decides that it holds.
 */
export function earlierWork(entries: readonly JournalEntry[]): Message | null {
  const last = entries.findLast(
    ({ fact }) => fact.kind === 'stepWorker' || fact.kind === 'stepEnded',
  );
  if (last?.fact.kind !== 'stepWorker') return null;
  const { pid, startedAt } = last.fact;
  const since = `${startedAt.slice(0, 19).replace('T', ' ')} UTC`;
  return message('waiting.earlierUninstallerOf', { pid: String(pid), since });
}
