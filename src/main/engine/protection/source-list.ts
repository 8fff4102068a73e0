import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { SectionName } from '../../../shared/domain/sections.ts';
import type { ProtectionSource, SourceAnswer } from '../../../shared/domain/protection.ts';
import type { KasperskyRows } from './kaspersky-guard.ts';
import { statusOf } from './defender-status.ts';
import { stateWords } from './row-testimony.ts';
import { sourceNames, type Candidate, type SourceId } from './testimony.ts';

/** Every source with what it says about all products together, and what is good to know beside them. */
export function sourceList(
  inventory: Inventory,
  found: readonly Candidate[],
  kaspersky: KasperskyRows,
): readonly ProtectionSource[] {
  const sources = Object.keys(sourceNames) as SourceId[];
  return [
    ...sources.map((source) => fromCandidates(source, inventory, found, kaspersky)),
    tamperProtection(inventory),
    amsi(inventory),
    edition(inventory),
  ];
}

const sectionOf: Readonly<Record<SourceId, SectionName>> = {
  securityCenter: 'securityProducts',
  securityCenterWmi: 'wmiSecurityProducts',
  programFile: 'files',
  services: 'services',
  defenderStatus: 'defenderStatus',
  defenderSettings: 'defender',
};

/** Of several products the best answer is shown; one that protects is enough. */
const order: readonly SourceAnswer[] = ['protects', 'unknown', 'doesNotProtect', 'notThere'];

function fromCandidates(
  source: SourceId,
  inventory: Inventory,
  found: readonly Candidate[],
  kaspersky: KasperskyRows,
): ProtectionSource {
  const own = found.flatMap(({ name, testimonies }) =>
    testimonies
      .filter((each) => each.source === source)
      .map(({ answer, says }) => ({ answer, text: `“${name}”: ${says}.` })),
  );
  const rows = kasperskySays(source, kaspersky);
  const answer = order.find((each) => own.some((one) => one.answer === each));
  if (answer !== undefined) {
    const detail = [...own.map(({ text }) => text), ...rows].join(' ');
    return { source: sourceNames[source], answer, detail };
  }
  return { source: sourceNames[source], ...withoutCandidates(source, inventory, rows) };
}

function withoutCandidates(
  source: SourceId,
  inventory: Inventory,
  rows: readonly string[],
): Pick<ProtectionSource, 'answer' | 'detail'> {
  const isList = source === 'securityCenter' || source === 'securityCenterWmi';
  if (isList && inventory.machine.edition === 'server') {
    return { answer: 'notThere', detail: 'Windows Server has no Security Center.' };
  }
  const { state, gaps } = inventory[sectionOf[source]];
  if (state === 'unreadable' || state === 'partial') {
    const why = gaps[0] === undefined ? '' : ` ${gaps[0].detail}`;
    return { answer: 'unknown', detail: `It could not be read.${why}` };
  }
  if (rows.length > 0) return { answer: 'doesNotProtect', detail: rows.join(' ') };
  return { answer: 'notThere', detail: silenceWords[source] };
}

const noOther = 'It lists no antivirus other than Kaspersky.';

const silenceWords: Readonly<Record<SourceId, string>> = {
  securityCenter: noOther,
  securityCenterWmi: noOther,
  programFile: 'No program of another antivirus is registered.',
  services: 'No service of another antivirus was found.',
  defenderStatus: 'Microsoft Defender is not there.',
  defenderSettings: 'Microsoft Defender is not there.',
};

function kasperskySays(source: SourceId, { live, dead }: KasperskyRows): readonly string[] {
  const of = (rows: KasperskyRows['live']) => rows.filter(({ list }) => list === source);
  return [
    ...of(live).map(({ name }) => `“${name}” is on; it is Kaspersky and does not count.`),
    ...of(dead).map(
      ({ name, state }) => `“${name}” is a dead row of Kaspersky (${stateWords[state]}).`,
    ),
  ];
}

/** Whether programs can switch Defender off behind a person's back; says nothing about whether it is on. */
function tamperProtection(inventory: Inventory): ProtectionSource {
  const source = 'Tamper protection of Microsoft Defender';
  const on = isTamperProtected(inventory);
  if (on === null)
    return { source, answer: 'unknown', detail: 'It is not known whether it is on.' };
  const detail = on
    ? 'On: no program can switch Microsoft Defender off. It does not show that Defender is on.'
    : 'Off: programs with administrator rights can switch Microsoft Defender off.';
  return { source, answer: 'unknown', detail };
}

/** 5 is on, 4 and 0 are off; Defender's own word counts more than the value in the registry. */
export function isTamperProtected(inventory: Inventory): boolean | null {
  const reported = statusOf(inventory).tamperProtected;
  if (reported !== null) return reported;
  const value = inventory.defender.items.find(({ name }) => /^TamperProtection$/i.test(name))?.data;
  return value === 5 ? true : value === 4 || value === 0 ? false : null;
}

/** Registered scanners of scripts. A registration alone is no protection: it can outlive its product. */
function amsi({ amsiProviders }: Inventory): ProtectionSource {
  const source = 'Antimalware Scan Interface';
  const there = amsiProviders.items.filter(({ libraryExists }) => libraryExists !== false);
  const dead = amsiProviders.items.length - there.length;
  if (there.length > 0) {
    const names = there.map(({ name, clsid }) => name ?? clsid).join(', ');
    const detail = `Registered: ${names}. That alone does not show that it protects.`;
    return { source, answer: 'unknown', detail };
  }
  if (amsiProviders.state === 'unreadable' || amsiProviders.state === 'partial') {
    return { source, answer: 'unknown', detail: 'It could not be read.' };
  }
  const detail = dead > 0 ? 'The registered library is gone.' : 'Nothing is registered.';
  return { source, answer: 'notThere', detail };
}

function edition({ machine }: Inventory): ProtectionSource {
  const details = {
    client: 'A client: Windows Security lists every antivirus, and Defender comes back by itself.',
    server: 'A server: nothing lists the antivirus, and Defender does not come back by itself.',
    unknown: 'Not known; the rules for client Windows were used.',
  };
  return { source: 'Edition of Windows', answer: 'unknown', detail: details[machine.edition] };
}
