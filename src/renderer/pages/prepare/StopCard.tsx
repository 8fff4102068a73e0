import { Card, Checkbox, mergeClasses } from '@fluentui/react-components';
import { DismissCircle24Filled } from '@fluentui/react-icons';
import type { Hazard } from '../../../shared/domain/plan/plan.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { HazardText } from './HazardText.tsx';
import { usePrepareStyles } from './prepare-page.styles.ts';

/** Something that forbids the removal until it is solved. */
export function StopCard({ hazard }: { readonly hazard: Hazard }) {
  const styles = usePrepareStyles();
  const isStop = hazard.severity === 'stop';
  return (
    <li>
      <Card className={mergeClasses(isStop && styles.stop)}>
        <div className={styles.row}>
          {isStop && <DismissCircle24Filled className={styles.stopIcon} />}
          <HazardText hazard={hazard} />
        </div>
        {hazard.id === 'managed-by-security-center' && <ManagedByUs />}
      </Card>
    </li>
  );
}

/** The only stop a person can lift by saying something: they are the ones who manage this computer. */
function ManagedByUs() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const [ours, say] = useAnswer(snapshot.managedByUs, (now) => act('setManagedByUs', now));
  return (
    <Checkbox
      label={t('page.prepare.managed')}
      checked={ours}
      onChange={(_, { checked }) => say(checked === true)}
    />
  );
}
