import type { ProtectionChoice } from '../../../shared/contract/guide.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Card } from '../../parts/Card.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Section } from '../../parts/Section.tsx';

/** What a person wants about the protection afterwards. Nothing is chosen for them. */
export function ProtectionChoices() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const [choice, choose] = useAnswer(snapshot.protectionChoice, (now: ProtectionChoice) =>
    act('setProtectionChoice', now),
  );
  return (
    <Section title={t('page.protection.choice.title')} note={t('page.protection.choice.note')}>
      <Card>
        {!snapshot.policy.forbids.includes('--reactivate-defender') && (
          <Choice
            label={t('page.protection.choice.reactivateDefender')}
            note={t('page.protection.choice.reactivateDefenderNote')}
            checked={choice.reactivateDefender}
            onChange={(reactivateDefender) => choose({ ...choice, reactivateDefender })}
          />
        )}
        <Choice
          label={t('page.protection.choice.requireReplacement')}
          note={t('page.protection.choice.requireReplacementNote')}
          checked={choice.requireReplacement}
          onChange={(requireReplacement) => choose({ ...choice, requireReplacement })}
        />
      </Card>
    </Section>
  );
}
