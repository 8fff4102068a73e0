import { Fragment, type ReactNode } from 'react';
import type { MachineSummary } from '../../../shared/domain/machine-summary.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useFormats, useTexts } from '../../i18n/LanguageContext.tsx';
import { EngineText } from '../../parts/EngineText.tsx';
import { Section } from '../../parts/Section.tsx';
import { machineFactsTexts } from './machine-facts.texts.ts';
import { useReportStyles } from './report-page.styles.ts';

const parts = ['hardware', 'system', 'volumes', 'battery'] as const;

/** What kind of computer the report is about, once a run has ended. */
export function MachineFacts() {
  const { run } = useGuide().snapshot;
  const styles = useReportStyles();
  const t = useTexts(machineFactsTexts);
  const summary = run.state === 'ended' ? run.record.machineSummary : undefined;
  if (summary === undefined) return null;
  return (
    <Section title={t('title')}>
      <dl className={styles.facts}>
        {parts.map((name) => (
          <Fragment key={name}>
            <dt className={styles.quiet}>{t(name)}</dt>
            <dd className={styles.fact}>
              <Fact summary={summary} name={name} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </Section>
  );
}

interface FactProps {
  readonly summary: MachineSummary;
  readonly name: keyof MachineSummary;
}

function Fact({ summary, name }: FactProps) {
  const t = useTexts(machineFactsTexts);
  const words = useFactWords(summary);
  const part = summary[name];
  if (part.state === 'read') return words[name]();
  return (
    <>
      {t('unreadable')}: <EngineText>{part.reason}</EngineText>
    </>
  );
}

type FactWords = Readonly<Record<keyof MachineSummary, () => ReactNode>>;

function useFactWords({ hardware, system, volumes, battery }: MachineSummary): FactWords {
  const t = useTexts(machineFactsTexts);
  const { gigabytes, percent } = useFormats();
  return {
    hardware: () => {
      if (hardware.state !== 'read') return null;
      const { manufacturer, model, virtual } = hardware.facts;
      const name = [manufacturer, model].filter((each) => each !== null).join(' ');
      return virtual ? t('virtual', { name }) : name;
    },
    system: () => {
      if (system.state !== 'read') return null;
      const { name, release, architecture, memoryBytes } = system.facts;
      const size = gigabytes(memoryBytes);
      return t('memory', { name: [name, release, architecture].join(', '), size });
    },
    volumes: () => {
      if (volumes.state !== 'read') return null;
      const each = volumes.facts.map(({ mount, freeBytes, sizeBytes }) =>
        t('volume', { mount, free: gigabytes(freeBytes), size: gigabytes(sizeBytes) }),
      );
      return each.join('; ');
    },
    battery: () => {
      if (battery.state !== 'read') return null;
      if (battery.facts === null) return t('noBattery');
      const charge = percent(battery.facts.percent / 100);
      return t(battery.facts.onMains ? 'onMains' : 'onBattery', { percent: charge });
    },
  };
}
