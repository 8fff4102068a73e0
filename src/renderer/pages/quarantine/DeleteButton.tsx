import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { KeptRun } from '../../../shared/contract/quarantine-view.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Forbidden, isForbidden } from '../../parts/Forbidden.tsx';
import { amountWords } from '../../parts/quarantine-words.ts';
import { ThingList } from './KeptPartChoice.tsx';
import { useQuarantineStyles } from './quarantine-page.styles.ts';

/** Deletes for good, after a question that names everything that goes. */
export function DeleteButton({ run: { runId, quarantined } }: { readonly run: KeptRun }) {
  const { snapshot, act } = useGuide();
  const styles = useQuarantineStyles();
  const words = useWords();
  const { t } = words;
  const [asks, setAsks] = useState(false);
  const amount = useId();
  const focusTarget = useRestoreFocusTarget();
  const answer = (yes: boolean) => {
    setAsks(false);
    if (yes) void act('deleteForGood', runId);
  };
  const closed = snapshot.moves.deleteForGood;
  if (isForbidden(closed)) return <Forbidden problem={closed} />;
  return (
    <>
      <Button
        {...focusTarget}
        appearance="subtle"
        disabledFocusable={closed !== null}
        onClick={() => setAsks(true)}
      >
        {t('page.quarantine.delete')}
      </Button>
      <AskDialog
        open={asks}
        title={t('page.quarantine.confirmDelete')}
        no={t('page.quarantine.keepIt')}
        yes={t('page.quarantine.delete')}
        onAnswer={answer}
      >
        {t('page.quarantine.confirmDeleteText')}
        {/* A list that scrolls has to be reached by keyboard. */}
        <section aria-labelledby={amount} tabIndex={0} className={styles.going}>
          <span id={amount}>{amountWords(quarantined, words)}</span>
          <ThingList things={quarantined} />
        </section>
      </AskDialog>
    </>
  );
}
