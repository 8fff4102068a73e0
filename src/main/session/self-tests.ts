import type { Inventory } from '../../shared/domain/inventory.ts';
import type { Gap, Section } from '../../shared/domain/section.ts';
import { sectionNames } from '../../shared/domain/sections.ts';
import type { SelfTest } from '../../shared/domain/run/self-test.ts';
import { english } from '../../shared/words/english.ts';
import { gapWords } from '../../shared/words/gap-words.ts';

/** What was seen of the computer; all of it was read, nothing was changed. */
export interface SelfTestFacts {
  /** Two readings, one directly after the other. */
  readonly readings: readonly [Reading, Reading];
  /** What others may change of the place that the program was started from; null when nothing. */
  readonly changeablePlace: string | null;
  /** Why run data cannot be read; null when it can. */
  readonly recordsProblem: string | null;
}

export interface Reading {
  readonly inventory: Inventory;
  readonly durationMs: number;
}

/** Longer than a cold computer should take, in milliseconds. */
const slowMs = 30_000;

/** Says of each thing whether it is as it should be on a computer with Windows. */
export function selfTests(facts: SelfTestFacts): readonly SelfTest[] {
  const { readings, changeablePlace, recordsProblem } = facts;
  const [{ inventory }] = readings;
  const { machine } = inventory;
  return [
    differing('place', changeablePlace === null ? [] : [changeablePlace]),
    machine.elevated === null
      ? { id: 'rights', state: 'notHere', seen: [] }
      : differing('rights', machine.elevated ? [] : ['not elevated']),
    differing('sections', unread(inventory)),
    differing('inTime', late(readings)),
    differing('sameTwice', changes(readings)),
    securityCenter(inventory),
    signatures(inventory),
    encryption(inventory),
    started(inventory),
    differing('records', recordsProblem === null ? [] : [recordsProblem]),
  ];
}

function differing(id: SelfTest['id'], seen: readonly string[]): SelfTest {
  return { id, state: seen.length === 0 ? 'asExpected' : 'differs', seen };
}

/** What only more rights, another system or more time would show is no surprise. */
const expectedGaps: readonly Gap['reason'][] = ['notSupported', 'notCollected', 'timedOut'];

function unread(inventory: Inventory): readonly string[] {
  return gapsOf(inventory)
    .filter(({ gap }) => !expectedGaps.includes(gap.reason) && !gap.needsAdministrator)
    .map((each) => gapWords(each, english));
}

function late(readings: readonly Reading[]): readonly string[] {
  return readings.flatMap(({ inventory, durationMs }) => [
    ...(durationMs > slowMs ? [`${Math.round(durationMs / 1000)} s`] : []),
    ...gapsOf(inventory)
      .filter(({ gap }) => gap.reason === 'timedOut')
      .map((each) => gapWords(each, english)),
  ]);
}

function gapsOf(inventory: Inventory) {
  return sectionNames.flatMap((section) =>
    inventory[section].gaps.map((gap) => ({ section, gap })),
  );
}

/** Processes come and go; everything else stands still for a moment. */
function changes([first, second]: readonly [Reading, Reading]): readonly string[] {
  return sectionNames
    .filter((name) => name !== 'processes')
    .flatMap((name) => {
      const [before, after] = [first, second].map(({ inventory }) => sizeOf(inventory[name]));
      return before === after ? [] : [`${name}: ${before} → ${after}`];
    });
}

function sizeOf({ state, items }: Section<unknown>): string {
  return `${state}, ${items.length}`;
}

/** The Security Center answers by itself and through WMI; both have to name the same antivirus. */
function securityCenter({ machine, ...inventory }: Inventory): SelfTest {
  const id = 'securityCenter';
  const { securityProducts, wmiSecurityProducts } = inventory;
  const isMissing = (section: Section<unknown>) =>
    section.gaps.some(({ reason }) => reason === 'notSupported' || reason === 'notCollected');
  if (machine.edition !== 'client' || isMissing(securityProducts))
    return { id, state: 'notHere', seen: [] };
  const isAntivirus = ({ provider }: { readonly provider: string }) => provider === 'antivirus';
  const own = securityProducts.items
    .filter(isAntivirus)
    .map(({ name }) => name)
    .toSorted();
  const wmi = wmiSecurityProducts.items
    .filter(isAntivirus)
    .map(({ displayName }) => displayName)
    .toSorted();
  const same = own.length > 0 && own.join('\n') === wmi.join('\n');
  return differing(id, same ? [] : [`WSC: ${own.join(', ')}`, `WMI: ${wmi.join(', ')}`]);
}

const windowsFolder = /^[a-z]:\\windows\\/i;

/** Windows is signed; where that does not show, what comes of other signatures is worth nothing either. */
function signatures({ files }: Inventory): SelfTest {
  const own = files.items.filter(({ path, exists }) => exists && windowsFolder.test(path));
  if (own.length === 0) return { id: 'signatures', state: 'notHere', seen: [] };
  const microsofts = own.filter(({ companyName }) => /^Microsoft/i.test(companyName ?? ''));
  return differing(
    'signatures',
    microsofts
      .filter(({ signature }) => signature?.status !== 'valid')
      .map(
        ({ path, signature }) => `${path}: ${signature?.status ?? '?'} ${signature?.code ?? ''}`,
      ),
  );
}

function encryption(inventory: Inventory): SelfTest {
  const signs = inventory.encryption.items.filter(({ kind }) => kind === 'bitLocker');
  if (signs.length === 0) return { id: 'encryption', state: 'notHere', seen: [] };
  return differing(
    'encryption',
    signs
      .filter(({ state }) => state === 'unknown')
      .map(({ subject, detail }) => `${subject}: ${detail}`),
  );
}

function started({ machine: { bootedAt }, collectedAt }: Inventory): SelfTest {
  if (bootedAt === undefined) return { id: 'started', state: 'notHere', seen: [] };
  const isPast = Date.parse(bootedAt) < Date.parse(collectedAt);
  return differing('started', isPast ? [] : [bootedAt]);
}
