import { Button, Text, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState } from 'react';
import type { KeptPart } from '../../../shared/contract/quarantine-view.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Forbidden, isForbidden } from '../../parts/Forbidden.tsx';
import { amountWords } from '../../parts/quarantine-words.ts';
import { useQuarantineStyles } from './quarantine-page.styles.ts';

interface PutBackButtonProps {
  readonly runId: string;
  readonly chosen: readonly KeptPart[];
}

/** Puts back what was chosen, after a question that names it. */
export function PutBackButton({ runId, chosen }: PutBackButtonProps) {
  const { snapshot, act } = useGuide();
  const styles = useQuarantineStyles();
  const words = useWords();
  const { t } = words;
  const [asks, setAsks] = useState(false);
  const focusTarget = useRestoreFocusTarget();
  const answer = (yes: boolean) => {
    setAsks(false);
    if (yes) void act('putBack', { runId, parts: chosen.map(({ part }) => part) });
  };
  const closed = snapshot.moves.putBack;
  if (isForbidden(closed)) return <Forbidden problem={closed} />;
  return (
    <>
      <Button
        {...focusTarget}
        disabledFocusable={chosen.length === 0 || closed !== null}
        onClick={() => setAsks(true)}
      >
        {t('page.quarantine.putBack')}
      </Button>
      {chosen.length === 0 && (
        <Text className={styles.quiet}>{t('page.quarantine.chooseFirst')}</Text>
      )}
      <AskDialog
        open={asks}
        title={t('page.quarantine.confirmPutBack')}
        no={t('page.quarantine.leaveIt')}
        yes={t('page.quarantine.putBack')}
        onAnswer={answer}
      >
        {t('page.quarantine.confirmPutBackText')}
        <ul className={styles.names}>
          {chosen.map(({ part, things }) => (
            <li key={part}>
              {t(`page.quarantine.part.${part}`)} ({amountWords(things, words)})
            </li>
          ))}
        </ul>
      </AskDialog>
    </>
  );
}
