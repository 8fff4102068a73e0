import type { Message } from '../domain/message.ts';
import type { MachineSummary } from '../domain/machine-summary.ts';
import type { WindowWords } from './translator.ts';

/** One part of what kind of computer it was. */
export interface MachineFact {
  readonly label: string;
  /** Null where it could not be read. */
  readonly says: string | null;
  /** Why it could not be read. */
  readonly detail: string;
}

/** What kind of computer a run was about, one row for each part. */
export function machineFacts(summary: MachineSummary, words: WindowWords): readonly MachineFact[] {
  const { hardware, system, volumes, battery } = summary;
  return [
    fact('hardware', hardware, hardwareWords, words),
    fact('system', system, systemWords, words),
    fact('volumes', volumes, volumesWords, words),
    fact('battery', battery, batteryWords, words),
  ];
}

type Part<Facts> = { state: 'read'; facts: Facts } | { state: 'unreadable'; reason: Message };

type FactsOf<Name extends keyof MachineSummary> = Extract<
  MachineSummary[Name],
  { state: 'read' }
>['facts'];

function fact<Facts>(
  name: keyof MachineSummary,
  part: Part<Facts>,
  wordsOf: (facts: Facts, words: WindowWords) => string,
  words: WindowWords,
): MachineFact {
  const label = words.t(`machineFacts.${name}`);
  return part.state === 'read'
    ? { label, says: wordsOf(part.facts, words), detail: '' }
    : { label, says: null, detail: words.render(part.reason) };
}

function hardwareWords(facts: FactsOf<'hardware'>, { t }: WindowWords): string {
  const { manufacturer, model, virtual } = facts;
  const name = [manufacturer, model].filter((each) => each !== null).join(' ');
  return virtual ? t('machineFacts.virtual', { name }) : name;
}

function systemWords(facts: FactsOf<'system'>, { t, gigabytes, moment }: WindowWords): string {
  const { name, release, architecture, memoryBytes, upSince } = facts;
  const size = gigabytes(memoryBytes);
  const what = t('machineFacts.memory', { name: [name, release, architecture].join(', '), size });
  return upSince === undefined ? what : t('machineFacts.upSince', { what, since: moment(upSince) });
}

function volumesWords(facts: FactsOf<'volumes'>, { t, gigabytes }: WindowWords): string {
  return facts
    .map(({ mount, freeBytes, sizeBytes }) =>
      t('machineFacts.volume', { mount, free: gigabytes(freeBytes), size: gigabytes(sizeBytes) }),
    )
    .join('; ');
}

function batteryWords(facts: FactsOf<'battery'>, { t, percent }: WindowWords): string {
  if (facts === null) return t('machineFacts.noBattery');
  const charge = { percent: percent(facts.percent / 100) };
  const says = t(facts.onMains ? 'machineFacts.onMains' : 'machineFacts.onBattery', charge);
  return facts.charging ? `${says}, ${t('machineFacts.charging')}` : says;
}
