import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleFile, GuideSnapshot } from '../../../shared/contract/guide.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { jsonReport } from '../json-report.ts';
import { english } from '../../../shared/words/english.ts';
import { phoneSummary } from '../phone-summary.ts';
import { textReport } from '../text-report.ts';
import { visitFile, type Visit } from './documents.ts';
import { knownNames } from './known-names.ts';
import { IdentityRedactor } from './redact-identity.ts';

export interface BundleSource {
  readonly inventory: Inventory | null;
  readonly record: RunRecord | null;
  /** Folder of the run; null when there is none. */
  readonly runPath: string | null;
}

/** A log that is longer is kept from its end, where the failure is. In characters. */
const longestText = 2_000_000;

/**
 * Everything a supporter needs, with user names, computer names, keys and addresses taken out. Empty when
 * nothing was looked at yet. Files that cannot be read are left out: a bundle is for bad days.
 */
export function supportBundle(
  source: BundleSource,
  snapshot: GuideSnapshot,
): readonly BundleFile[] {
  const files = [...fromCase(source), ...fromRun(source.runPath)];
  if (files.length === 0) return [];
  const all = [{ name: 'summary.txt', text: `${phoneSummary(snapshot, english)}\n` }, ...files];
  const redactor = new IdentityRedactor(knownNames(source.inventory, source.record, snapshot));
  const visitAll = (visit: Visit): readonly BundleFile[] =>
    all.map(({ name, text }) => ({ name: visit(name, ''), text: visitFile(name, text, visit) }));
  visitAll((text, label) => {
    redactor.learn(text, label);
    return text;
  });
  visitAll((text) => {
    redactor.learnAccounts(text);
    return text;
  });
  return visitAll((text, label) => redactor.redact(text, label));
}

function fromCase({ inventory, record }: BundleSource): readonly BundleFile[] {
  const report =
    record === null
      ? []
      : [
          { name: 'report.txt', text: textReport(record) },
          { name: 'report.json', text: jsonReport(record) },
        ];
  if (inventory === null) return report;
  return [...report, { name: 'inventory.json', text: `${JSON.stringify(inventory, null, 1)}\n` }];
}

function fromRun(path: string | null): readonly BundleFile[] {
  if (path === null) return [];
  const own = ['journal.jsonl', 'before.json', 'after.json'].map((name) => [
    name,
    join(path, name),
  ]);
  const cleaned = logsInJournal(read(join(path, 'journal.jsonl')) ?? '');
  const logs = list(join(path, 'logs'))
    .filter((name) => cleaned.has(name))
    .map((name) => [`logs/${name}`, join(path, 'logs', name)]);
  return [...own, ...logs].flatMap(([name = '', file = '']) => {
    const text = read(file);
    return text === null ? [] : [{ name, text: endOf(text) }];
  });
}

/** Whole lines only: of a name that is cut in two nobody would know that it is one. */
function endOf(text: string): string {
  if (text.length <= longestText) return text;
  const end = text.slice(-longestText);
  return end.slice(end.indexOf('\n') + 1);
}

/**
 * The logs that the journal names: a step that ended names its log only when it was looked through for passwords. Of one
 * that was cut off by a loss of power nobody knows what it holds.
 */
function logsInJournal(journal: string): ReadonlySet<string> {
  const named = journal.matchAll(/"logFile":"((?:[^"\\]|\\.)*)"/g);
  return new Set(Array.from(named, ([, path = '']) => lastPart(path)));
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

/** Windows Installer writes its logs in UTF-16. */
function read(path: string): string | null {
  try {
    const bytes = readFileSync(path);
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return isUtf16 ? bytes.subarray(2).toString('utf16le') : bytes.toString('utf8');
  } catch {
    return null;
  }
}

function lastPart(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}
