import { Card, Checkbox } from '@fluentui/react-components';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useTexts } from '../../i18n/LanguageContext.tsx';
import { useHazardWords } from '../../parts/use-hazard-words.ts';
import { HazardText } from './HazardText.tsx';
import { usePrepareStyles } from './prepare-page.styles.ts';
import { prepareTexts } from './prepare-page.texts.ts';
import type { Todo } from './preparation.ts';

/** One thing to do before the removal, with the box to tick it off. */
export function TodoCard({ todo: { hazard, done } }: { readonly todo: Todo }) {
  const { act } = useGuide();
  const styles = usePrepareStyles();
  const t = useTexts(prepareTexts);
  const { title } = useHazardWords(hazard);
  const [ticked, tick] = useAnswer(done, (now) =>
    act('acknowledge', { hazardId: hazard.id, done: now }),
  );
  return (
    <li>
      <Card>
        <div className={styles.row}>
          <Checkbox
            aria-label={t('done', { title })}
            shape="circular"
            size="large"
            checked={ticked}
            onChange={(_, { checked }) => tick(checked === true)}
          />
          <HazardText hazard={hazard} />
        </div>
      </Card>
    </li>
  );
}
