import { readdirSync, readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import type { BundleFile, GuideSnapshot } from '../../../shared/contract/guide.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { jsonReport } from '../json-report.ts';
import { english } from '../../../shared/words/english.ts';
import { phoneSummary } from '../phone-summary.ts';
import { textReport } from '../text-report.ts';
import { IdentityRedactor, type KnownIdentity } from './redact-identity.ts';

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
  const redactor = new IdentityRedactor(
    identityOf(source, snapshot),
    all.map(({ text }) => text),
  );
  return all.map(({ name, text }) => ({ name, text: redactor.redact(text) }));
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
    return text === null ? [] : [{ name, text: text.slice(-longestText) }];
  });
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

function identityOf({ inventory, record }: BundleSource, snapshot: GuideSnapshot): KnownIdentity {
  const accounts = inventory?.services.items.flatMap(({ account }) => accountNames(account)) ?? [];
  const profiles = inventory?.profiles.items.map(({ folder }) => lastPart(folder)) ?? [];
  const { customer, technician } = snapshot.technician;
  return {
    computers: [inventory?.machine.computerName, record?.computerName, hostname()].filter(
      (name) => name !== null && name !== undefined,
    ),
    people: [...profiles, ...accounts, userInfo().username],
    organization: inventory === null ? [] : organizationOf(inventory),
    devices: inventory === null ? [] : serialsOf(inventory),
    others: [customer, technician],
  };
}

/** Where its updates and its traffic go, and what its policies are called. */
function organizationOf(inventory: Inventory): readonly string[] {
  const { networkSettings, assignedSoftware, packageSources } = inventory;
  const servers = networkSettings.items.flatMap(({ data }) =>
    typeof data === 'string' ? hostNamesIn(data) : [],
  );
  const shares = packageSources.items
    .flatMap(({ sources }) => sources)
    .flatMap(({ place }) => /^(?:\\\\|https?:\/\/)([^\\/:]+)/i.exec(place)?.[1] ?? []);
  return [
    ...servers,
    ...shares,
    ...assignedSoftware.items.flatMap(({ policyName }) => policyName ?? []),
  ];
}

/** `http=proxy:80;https=http://wsus.acme.example:8531/x` names two; this computer itself is nobody's server. */
function hostNamesIn(text: string): readonly string[] {
  return text
    .split(/[;,\s]+/)
    .map((part) => part.replace(/^[a-z]+=/i, '').replace(/^[a-z]+:\/\//i, ''))
    .map((part) => part.split(/[/:]/, 1).join(''))
    .filter((name) => /[a-z]/i.test(name) && name.toLowerCase() !== 'localhost');
}

/** What a device calls itself on every computer; what Windows numbers for itself holds an ampersand. */
function serialsOf({ deviceFilters }: Inventory): readonly string[] {
  return deviceFilters.items
    .map(({ instanceId }) => lastPart(instanceId))
    .filter((id) => id.length > 4 && !id.includes('&'));
}

function lastPart(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}

/** `OFFICE\marta` names a domain and a person; the accounts of Windows itself name nobody. */
function accountNames(account: string | null): readonly string[] {
  if (account === null || /^(?:NT AUTHORITY|NT SERVICE|LocalSystem)\b/i.test(account)) return [];
  return account.split(/[\\@]/).filter((part) => part !== '.' && part !== '');
}
