import { useId } from 'react';
import type { KeptPart, KeptRun } from '../../../shared/contract/quarantine-view.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { amountWords } from '../../parts/quarantine/quarantine-words.ts';
import { ThingList } from './KeptPartChoice.tsx';
import styles from './quarantine-page.module.css';

/** What a person pressed the button for. */
export type Wish =
  | { readonly kind: 'putBack'; readonly runId: string; readonly chosen: readonly KeptPart[] }
  | { readonly kind: 'delete'; readonly run: KeptRun };

interface QuarantineQuestionProps {
  readonly wish: Wish;
  readonly open: boolean;
  readonly onAnswered: () => void;
}

/**
 * The question that names what is put back, or what goes for good. It belongs to the page: what it is about may be gone
 * before it has closed, and a dialogue that is taken away while it closes leaves the page hidden from a screen reader.
 */
export function QuarantineQuestion({ wish, open, onAnswered }: QuarantineQuestionProps) {
  const { act } = useGuide();
  const { t } = useWords();
  const { title, no, yes } = wordsOf[wish.kind];
  const answer = (isYes: boolean) => {
    onAnswered();
    if (!isYes) return;
    if (wish.kind === 'delete') void act('deleteForGood', wish.run.runId);
    else {
      const parts = wish.chosen.map(({ part }) => part);
      void act('putBack', { runId: wish.runId, parts });
    }
  };
  return (
    <AskDialog open={open} title={t(title)} no={t(no)} yes={t(yes)} onAnswer={answer}>
      {wish.kind === 'delete' ? (
        <WhatGoes run={wish.run} />
      ) : (
        <WhatComesBack chosen={wish.chosen} />
      )}
    </AskDialog>
  );
}

const wordsOf = {
  putBack: {
    title: 'page.quarantine.confirmPutBack',
    no: 'page.quarantine.leaveIt',
    yes: 'page.quarantine.putBack',
  },
  delete: {
    title: 'page.quarantine.confirmDelete',
    no: 'page.quarantine.keepIt',
    yes: 'page.quarantine.delete',
  },
} as const satisfies Readonly<Record<Wish['kind'], object>>;

function WhatComesBack({ chosen }: { readonly chosen: readonly KeptPart[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      {t('page.quarantine.confirmPutBackText')}
      <ul className={styles.names}>
        {chosen.map(({ part, things }) => (
          <li key={part}>
            {t(`page.quarantine.part.${part}`)} ({amountWords(things, words)})
          </li>
        ))}
      </ul>
    </>
  );
}

function WhatGoes({ run: { quarantined } }: { readonly run: KeptRun }) {
  const words = useWords();
  const amount = useId();
  return (
    <>
      {words.t('page.quarantine.confirmDeleteText')}
      {/* A list that scrolls has to be reached by keyboard. */}
      <section aria-labelledby={amount} tabIndex={0} className={styles.going}>
        <span id={amount}>{amountWords(quarantined, words)}</span>
        <ThingList things={quarantined} />
      </section>
    </>
  );
}
