import { Checkbox } from '@fluentui/react-components';
import { hazardWords } from '../../../shared/words/hazard-words.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Card } from '../../parts/Card.tsx';
import { HazardText } from './HazardText.tsx';
import styles from './prepare-page.module.css';
import type { Todo } from './hazard-groups.ts';

/** One thing to do before the removal, with the box to tick it off. */
export function TodoCard({ todo: { hazard, done } }: { readonly todo: Todo }) {
  const { act } = useGuide();
  const words = useWords();
  const { title } = hazardWords(hazard, words);
  const [ticked, tick] = useAnswer(done, (now) =>
    act('acknowledge', { hazardId: hazard.id, done: now }),
  );
  return (
    <li>
      <Card>
        <div className={styles.row}>
          <Checkbox
            aria-label={words.t('page.prepare.done', { title })}
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
