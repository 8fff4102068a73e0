import type { MachineSummary } from '../../shared/domain/machine-summary.ts';
import type { ReportLanguage } from './report-language.ts';

interface MachineRow {
  readonly label: string;
  readonly says: string;
}

/** What kind of computer it was, one row for each part; what could not be read says so. */
export function machineRows(
  summary: MachineSummary | undefined,
  own: ReportLanguage,
): readonly MachineRow[] {
  if (summary === undefined) return [];
  const { hardware, system, volumes, battery } = summary;
  const { t } = own;
  const wordsOf = <T>(part: Part<T>, words: (facts: T, own: ReportLanguage) => string) =>
    part.state === 'read' ? words(part.facts, own) : `${t('unreadable')} ${part.reason}`;
  return [
    { label: t('model'), says: wordsOf(hardware, hardwareWords) },
    { label: t('system'), says: wordsOf(system, systemWords) },
    { label: t('disk'), says: wordsOf(volumes, volumesWords) },
    { label: t('battery'), says: wordsOf(battery, batteryWords) },
  ];
}

type Part<T> = { state: 'read'; facts: T } | { state: 'unreadable'; reason: string };
type FactsOf<Name extends keyof MachineSummary> = Extract<
  MachineSummary[Name],
  { state: 'read' }
>['facts'];

function hardwareWords(facts: FactsOf<'hardware'>, { t }: ReportLanguage): string {
  const { manufacturer, model, virtual } = facts;
  const name = [manufacturer, model].filter((each) => each !== null).join(' ');
  return virtual ? `${name} (${t('virtual')})` : name;
}

function systemWords(facts: FactsOf<'system'>, own: ReportLanguage): string {
  const { name, release, architecture, memoryBytes } = facts;
  const memory = own.t('memory', { size: gigabytes(memoryBytes, own) });
  return `${name}, ${release}, ${architecture}, ${memory}`;
}

function volumesWords(facts: FactsOf<'volumes'>, own: ReportLanguage): string {
  return facts
    .map(({ mount, sizeBytes, freeBytes }) =>
      own.t('volume', {
        mount,
        free: gigabytes(freeBytes, own),
        size: gigabytes(sizeBytes, own),
      }),
    )
    .join('; ');
}

function batteryWords(facts: FactsOf<'battery'>, { t, percent }: ReportLanguage): string {
  if (facts === null) return t('none');
  const source = facts.onMains ? t('pluggedIn') : t('notPluggedIn');
  const parts = [percent(facts.percent / 100), source, ...(facts.charging ? [t('charging')] : [])];
  return parts.join(', ');
}

/** As Windows counts them. */
function gigabytes(bytes: number, { number }: ReportLanguage): string {
  return `${number(bytes / 2 ** 30, bytes < 10 * 2 ** 30 ? 1 : 0)} GB`;
}
