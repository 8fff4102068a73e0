import { Button, Text } from '@fluentui/react-components';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { ProblemMessage } from './ProblemMessage.tsx';
import styles from './protection-parts.module.css';

/** Looks at the computer once more, for whoever has installed another antivirus meanwhile. */
export function Recheck() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const closed = snapshot.moves.recheckProtection;
  if (closed?.id === 'onlyToLookAt') return null;
  return (
    <>
      {snapshot.recheck.state === 'failed' && <ProblemMessage problem={snapshot.recheck.problem} />}
      <div className={styles.action}>
        <Button disabledFocusable={closed !== null} onClick={() => void act('recheckProtection')}>
          {t('recheck.again')}
        </Button>
        <RecheckNote />
      </div>
    </>
  );
}

function RecheckNote() {
  const { recheck } = useGuide().snapshot;
  const { t, moment } = useWords();
  const note =
    recheck.state === 'running'
      ? t('recheck.running')
      : recheck.state === 'done'
        ? t('recheck.lookedAt', { time: moment(recheck.at) })
        : t('recheck.when');
  return <Text className={styles.quiet}>{note}</Text>;
}
