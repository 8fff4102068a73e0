import { readFileSync, statSync } from 'node:fs';
import type { Inventory } from '../../../../../shared/domain/inventory.ts';
import type { HostsEntry } from '../../../../../shared/domain/inventory/network/hosts-entries.ts';
import { message } from '../../../../../shared/domain/message.ts';
import { type Gap, readSection, unreadableSection } from '../../../../../shared/domain/section.ts';
import { tooManyEntries } from '../../../../../shared/domain/too-many-entries.ts';
import { expandVariables, type Variables } from '../../../registry/expand-variables.ts';
import type { Registry } from '../../../registry/registry.ts';
import { textOf } from '../../../registry/value-of.ts';
import { decodeText } from '../../../formats/text/decode-text.ts';
import { isLocalPath } from '../../../windows/files/local-path.ts';
import { fileGap, isAbsent } from '../../../windows/system/windows-gap.ts';

/** Bytes; lists against advertising have up to five million. */
const longest = 16 * 1024 * 1024;
const mostEntries = 1_000;
/** Letters of a line, and names in it; Windows itself minds even fewer. */
const longestLine = 4_096;
const mostNames = 50;

/** Lines of the file `hosts` that concern one of the domains, wherever Windows keeps it. */
export function collectHostsEntries(
  registry: Registry,
  variables: Variables,
  domains: readonly string[],
): Inventory['hostsEntries'] {
  const path = `${folderOf(registry, variables)}\\hosts`;
  if (!isLocalPath(path)) return unreadableSection(gapOf(path, 'notCollected', 'gap.notLocal'));
  try {
    if (statSync(path).size > longest) {
      return unreadableSection(gapOf(path, 'truncated', 'gap.fileTooLong'));
    }
    return hostsEntriesIn(decodeText(readFileSync(path)), domains);
  } catch (error) {
    return isAbsent(error) ? readSection([]) : unreadableSection(fileGap(path, error));
  }
}

/** Microsoft: "TCP/IP and NBT configuration parameters for Windows", `DatabasePath`. */
function folderOf(registry: Registry, variables: Variables): string {
  const key = registry.readKey('HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters');
  const path = key.found ? textOf(key.value, 'DataBasePath') : null;
  return expandVariables(path ?? '%SystemRoot%\\System32\\drivers\\etc', variables);
}

/** The same of the text of such a file; names are in lower case. */
export function hostsEntriesIn(
  text: string,
  domains: readonly string[],
): Inventory['hostsEntries'] {
  const entries = linesWith(text.toLowerCase(), domains).flatMap((line): HostsEntry[] => {
    const [address = '', ...all] = line.split('#', 1).join('').trim().split(/\s+/);
    const names = all
      .slice(0, mostNames)
      .filter((name) => domains.some((each) => isIn(name, each)));
    return names.length === 0 ? [] : [{ address, names }];
  });
  return entries.length > mostEntries
    ? readSection(entries.slice(0, mostEntries), [tooManyEntries('hosts', mostEntries)])
    : readSection(entries);
}

/** In one pass for each domain: taking a long file apart would take seconds. */
function linesWith(text: string, domains: readonly string[]): readonly string[] {
  const starts = new Set<number>();
  for (const domain of domains) {
    for (let at = text.indexOf(domain); at >= 0; at = text.indexOf(domain, endOf(text, at))) {
      starts.add(text.lastIndexOf('\n', at) + 1);
    }
  }
  return [...starts]
    .sort((one, other) => one - other)
    .map((start) => text.slice(start, Math.min(endOf(text, start), start + longestLine)));
}

function endOf(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function isIn(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

function gapOf(
  subject: string,
  reason: Gap['reason'],
  id: 'gap.notLocal' | 'gap.fileTooLong',
): Gap {
  return { subject, reason, detail: message(id), needsAdministrator: false };
}
