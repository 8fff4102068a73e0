import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { TechnicianFields } from '../../../shared/domain/run/record.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Section } from '../../parts/Section.tsx';
import styles from './report-page.module.css';

const names = ['ticket', 'technician', 'customer'] as const;

/** What the report carries at its top. Sent when a field is left, so that nothing typed is lost. */
export function TicketFields() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const [fields, setFields] = useState<TechnicianFields>(snapshot.technician);
  return (
    <Section title={t('page.report.fields')}>
      <div className={styles.fields}>
        {names.map((name) => (
          <Field key={name} label={t(`ticket.${name}`)}>
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
