import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { SectionName } from '../../../shared/domain/sections.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type {
  ProtectionSource,
  SourceAnswer,
} from '../../../shared/domain/protection/protection.ts';
import type { KasperskyRows } from './kaspersky-guard.ts';
import { defenderOfWindows } from './defender-of-windows.ts';
import { statusOf } from './defender-status.ts';
import { stateMessage } from './row-testimony.ts';
import type { Candidate, SourceId } from './testimony.ts';

/** Every source with what it says about all products together, and what is good to know beside them. */
export function sourceList(
  inventory: Inventory,
  found: readonly Candidate[],
  kaspersky: KasperskyRows,
): readonly ProtectionSource[] {
  const sources = Object.keys(sectionOf) as SourceId[];
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
      .map(({ answer, says }) => ({
        answer,
        about: message('protection.about', { name, said: says }),
      })),
  );
  const rows = kasperskySays(source, kaspersky);
  const answer = order.find((each) => own.some((one) => one.answer === each));
  if (answer !== undefined) {
    return { source, answer, detail: [...own.map(({ about }) => about), ...rows] };
  }
  return { source, ...withoutCandidates(source, inventory, rows) };
}

function withoutCandidates(
  source: SourceId,
  inventory: Inventory,
  rows: readonly Message[],
): Pick<ProtectionSource, 'answer' | 'detail'> {
  const isList = source === 'securityCenter' || source === 'securityCenterWmi';
  if (isList && inventory.machine.edition === 'server') {
    return { answer: 'notThere', detail: [message('protection.noSecurityCenter')] };
  }
  const { state, gaps } = inventory[sectionOf[source]];
  if (state === 'unreadable' || state === 'partial') {
    const why = gaps.slice(0, 1).map(({ detail }) => detail);
    return { answer: 'unknown', detail: [message('protection.unread'), ...why] };
  }
  if (rows.length > 0) return { answer: 'doesNotProtect', detail: rows };
  const brought = defenderOfWindows(inventory);
  if (brought !== 'antivirus' && source.startsWith('defender')) {
    const said = message(`protection.defender.${brought}`);
    const detail = [message('protection.about', { name: 'Microsoft Defender', said })];
    return { answer: 'notThere', detail };
  }
  return { answer: 'notThere', detail: [silence[source]] };
}

const silence: Readonly<Record<SourceId, Message>> = {
  securityCenter: message('protection.noOther'),
  securityCenterWmi: message('protection.noOther'),
  programFile: message('protection.noProgram'),
  services: message('protection.noOtherService'),
  defenderStatus: message('protection.noDefender'),
  defenderSettings: message('protection.noDefender'),
};

function kasperskySays(source: SourceId, { live, dead }: KasperskyRows): readonly Message[] {
  const of = (rows: KasperskyRows['live']) => rows.filter(({ list }) => list === source);
  return [
    ...of(live).map(({ name }) => message('protection.kasperskyOn', { name })),
    ...of(dead).map(({ name, state }) =>
      message('protection.deadRowIn', { name, state: stateMessage(state) }),
    ),
  ];
}

/** Whether programs can switch Defender off behind a person's back; says nothing about whether it is on. */
function tamperProtection(inventory: Inventory): ProtectionSource {
  const on = isTamperProtected(inventory);
  const state = on === null ? 'unknown' : on ? 'on' : 'off';
  const detail = [message(`protection.tamper.${state}`)];
  return { source: 'tamperProtection', answer: 'unknown', detail };
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
  const source = 'amsi';
  const there = amsiProviders.items.filter(({ libraryExists }) => libraryExists !== false);
  const dead = amsiProviders.items.length - there.length;
  if (there.length > 0) {
    const names = there.map(({ name, clsid }) => name ?? clsid);
    return { source, answer: 'unknown', detail: [message('protection.amsi.there', { names })] };
  }
  if (amsiProviders.state === 'unreadable' || amsiProviders.state === 'partial') {
    return { source, answer: 'unknown', detail: [message('protection.unread')] };
  }
  const detail = message(dead > 0 ? 'protection.amsi.gone' : 'protection.amsi.none');
  return { source, answer: 'notThere', detail: [detail] };
}

function edition(inventory: Inventory): ProtectionSource {
  const brought = defenderOfWindows(inventory);
  const rule = message(`protection.edition.${inventory.machine.edition}`);
  const detail = brought === 'antivirus' ? [rule] : [message(`protection.edition.${brought}`)];
  return { source: 'edition', answer: 'unknown', detail };
}
