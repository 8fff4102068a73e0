import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { TechnicianFields } from '../../../shared/domain/record.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts } from '../../i18n/LanguageContext.tsx';
import { Section } from '../../parts/Section.tsx';
import { useReportStyles } from './report-page.styles.ts';
import { reportTexts } from './report-page.texts.ts';

const names = ['ticket', 'technician', 'customer'] as const;

/** What the report carries at its top. Sent when a field is left, so that nothing typed is lost. */
export function TicketFields() {
  const { snapshot, act } = useGuide();
  const styles = useReportStyles();
  const t = useTexts(reportTexts);
  const [fields, setFields] = useState<TechnicianFields>(snapshot.technician);
  return (
    <Section title={t('fields')}>
      <div className={styles.fields}>
        {names.map((name) => (
          <Field key={name} label={t(name)}>
            <Input
              value={fields[name]}
              maxLength={200}
              onChange={(_, { value }) => setFields({ ...fields, [name]: value })}
              onBlur={() => void act('setTechnicianFields', fields)}
            />
          </Field>
        ))}
      </div>
    </Section>
  );
}
