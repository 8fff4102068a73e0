import { mergeClasses } from '@fluentui/react-components';
import { DismissCircle24Filled } from '@fluentui/react-icons';
import type { Hazard } from '../../../shared/domain/plan/plan.ts';
import { Card } from '../../parts/Card.tsx';
import { HazardText } from './HazardText.tsx';
import styles from './prepare-page.module.css';

/** Something that forbids the removal until it is solved. */
export function StopCard({ hazard }: { readonly hazard: Hazard }) {
  const isStop = hazard.severity === 'stop';
  return (
    <li>
      <Card className={mergeClasses(isStop && styles.stop)}>
        <div className={styles.row}>
          {isStop && <DismissCircle24Filled className={styles.stopIcon} />}
          <HazardText hazard={hazard} />
        </div>
      </Card>
    </li>
  );
}
