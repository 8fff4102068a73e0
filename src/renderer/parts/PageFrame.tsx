import { Button, Text } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { useGuide } from '../bridge/GuideContext.tsx';
import type { GuidePage } from '../../shared/contract/guide-pages.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import styles from './page-frame.module.css';

interface PageFrameProps {
  readonly heading: string;
  readonly lead?: string;
  readonly back?: GuidePage | undefined;
  /** The one next thing to do; stands at the bottom right. */
  readonly primary?: ReactNode;
  /** Why the primary action waits, in a few words. */
  readonly hint?: string | undefined;
  readonly children?: ReactNode;
}

/** The same shape for every page: heading, what it is about, content, and the way on at the bottom right. */
export function PageFrame({ heading, lead, back, primary, hint, children }: PageFrameProps) {
  const { act } = useGuide();
  const { t } = useWords();
  const headingRef = useFocusOnOpen();
  return (
    <main className={styles.page}>
      <div className={styles.body}>
        <div className={styles.head}>
          <h1 ref={headingRef} tabIndex={-1} className={styles.heading}>
            {heading}
          </h1>
          {lead !== undefined && (
            <Text as="p" block size={400} className={styles.lead}>
              {lead}
            </Text>
          )}
        </div>
        {children}
      </div>
      <div className={styles.footer}>
        <div className={styles.actions}>
          {back !== undefined && (
            <Button onClick={() => void act('goTo', back)}>{t('button.back')}</Button>
          )}
          <Text className={styles.hint}>{hint}</Text>
          {primary}
        </div>
      </div>
    </main>
  );
}

/** A page that opens takes the focus to its heading, so that a keyboard or a screen reader begins there. */
function useFocusOnOpen() {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return ref;
}
