import { Radio, RadioGroup } from '@fluentui/react-components';
import type { Hazard, Owner } from '../../../shared/domain/plan/plan.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Section } from '../../parts/Section.tsx';
import { StopCard } from './StopCard.tsx';
import styles from './prepare-page.module.css';

const owners = ['person', 'administrator', 'employer'] as const satisfies readonly Owner[];

/** Whose computer it is that an organization manages or managed; what was answered can be changed. */
export function OwnerQuestion({ hazard }: { readonly hazard: Hazard }) {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const [owner, say] = useAnswer(snapshot.owner, (now) => act('setOwner', now ?? 'employer'));
  return (
    <Section title={t('page.prepare.owner')}>
      <ul className={styles.list}>
        <StopCard hazard={hazard} />
      </ul>
      <RadioGroup
        aria-label={t('page.prepare.owner')}
        value={owner ?? ''}
        onChange={(_, { value }) => say(value as Owner)}
      >
        {owners.map((each) => (
          <Radio key={each} value={each} label={t(`page.prepare.owner.${each}`)} />
        ))}
      </RadioGroup>
    </Section>
  );
}
