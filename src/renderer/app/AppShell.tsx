import { useGuide } from '../bridge/GuideContext.tsx';
import type { GuidePage } from '../../shared/guide.ts';
import { CheckPage } from '../pages/check/CheckPage.tsx';
import { PreparePage } from '../pages/prepare/PreparePage.tsx';
import { ProofPage } from '../pages/proof/ProofPage.tsx';
import { ProtectionPage } from '../pages/protection/ProtectionPage.tsx';
import { RemovePage } from '../pages/remove/RemovePage.tsx';
import { ReportPage } from '../pages/report/ReportPage.tsx';
import { RestartPage } from '../pages/restart/RestartPage.tsx';
import { WelcomePage } from '../pages/welcome/WelcomePage.tsx';
import { Announcer } from './Announcer.tsx';
import { useAppStyles } from './app.styles.ts';
import { MachineBanner } from './MachineBanner.tsx';
import { ProblemBar } from './ProblemBar.tsx';
import { Rail } from './Rail.tsx';

const pages: Readonly<Record<GuidePage, () => React.ReactNode>> = {
  welcome: WelcomePage,
  check: CheckPage,
  prepare: PreparePage,
  protection: ProtectionPage,
  remove: RemovePage,
  restart: RestartPage,
  proof: ProofPage,
  report: ReportPage,
};

/** What every page has around it: the rail with the steps, the mark of practice, and what went wrong last. */
export function AppShell() {
  const styles = useAppStyles();
  const { snapshot } = useGuide();
  const Page = pages[snapshot.page];
  return (
    <div className={styles.shell}>
      <Rail />
      <div className={styles.content}>
        <div className={styles.notices}>
          <MachineBanner />
          <ProblemBar />
        </div>
        <Page key={snapshot.page} />
      </div>
      <Announcer />
    </div>
  );
}
