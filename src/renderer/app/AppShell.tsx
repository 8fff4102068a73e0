import { Suspense, useEffect } from 'react';
import { useGuide } from '../bridge/GuideContext.tsx';
import { Announcer } from './Announcer.tsx';
import styles from './app.module.css';
import { MachineBanner } from './MachineBanner.tsx';
import { PageGuard } from './PageGuard.tsx';
import { loadLaterPages, pages } from './pages.ts';
import { ProblemBar } from './ProblemBar.tsx';
import { Rail } from './Rail.tsx';

/** The first page has the computer for itself this long; who turns to another one sooner waits for it a moment. */
const firstLookMs = 1000;

/** What every page has around it: the rail with the steps, the mark of practice, and what went wrong last. */
export function AppShell() {
  const { snapshot } = useGuide();
  const Page = pages[snapshot.page];
  useEffect(() => {
    const timer = setTimeout(() => void loadLaterPages(), firstLookMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.shell}>
      <Rail />
      <div className={styles.content}>
        <div className={styles.notices}>
          <MachineBanner />
          <ProblemBar />
        </div>
        <PageGuard key={snapshot.page}>
          <Suspense>
            <Page />
          </Suspense>
        </PageGuard>
      </div>
      <Announcer />
    </div>
  );
}
