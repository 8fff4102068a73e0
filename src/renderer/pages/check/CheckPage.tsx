import { Button, MessageBar, MessageBarBody, ProgressBar, Text } from '@fluentui/react-components';
import type { ScanProgress } from '../../../shared/contract/guide.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Verdict } from '../../../shared/domain/state/verdicts.ts';
import type { WindowWords } from '../../../shared/words/translator.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { gapWords } from '../../../shared/words/gap-words.ts';
import { DangerList } from '../../parts/DangerList.tsx';
import { pageBeside } from '../../parts/page-beside.ts';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { ProblemText } from '../../parts/ProblemText.tsx';
import { ProtectionCard } from '../../parts/ProtectionCard.tsx';
import { FoundList } from './FoundList.tsx';
import { foundProducts } from './found-products.ts';

export function CheckPage() {
  const { scan } = useGuide().snapshot;
  switch (scan.state) {
    case 'notBegun':
      return <NotBegun />;
    case 'running':
      return <Looking progress={scan.progress} />;
    case 'failed':
      return <Failed problem={scan.problem} />;
    case 'done':
      return <Done />;
  }
}

function NotBegun() {
  const { t } = useWords();
  return (
    <PageFrame
      heading={t('page.check.headingNotBegun')}
      lead={t('page.check.leadNotBegun')}
      back="welcome"
      primary={<ScanButton label={t('page.check.start')} primary />}
    />
  );
}

/** The bar has no length until the first section is begun. */
function Looking({ progress }: { readonly progress: ScanProgress | null }) {
  const { act } = useGuide();
  const { t } = useWords();
  return (
    <PageFrame
      heading={t('page.check.headingLooking')}
      lead={t('page.check.leadLooking')}
      back="welcome"
      primary={<Button onClick={() => void act('stopScan')}>{t('page.check.stop')}</Button>}
    >
      <ProgressBar
        aria-label={t('page.check.headingLooking')}
        thickness="large"
        {...(progress === null ? {} : { max: progress.total, value: progress.done })}
      />
      {progress !== null && <Text>{t('scan.reading', readingOf(progress, t))}</Text>}
    </PageFrame>
  );
}

function readingOf({ section, done, total }: ScanProgress, t: WindowWords['t']) {
  return { section: t(`section.${section}`), done: done + 1, total };
}

function Failed({ problem }: { readonly problem: Problem }) {
  const { t } = useWords();
  return (
    <PageFrame
      heading={t('page.check.headingFailed')}
      back="welcome"
      primary={<ScanButton label={t('button.checkAgain')} primary />}
    >
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <ProblemText problem={problem} />
        </MessageBarBody>
      </MessageBar>
    </PageFrame>
  );
}

function Done() {
  const { snapshot } = useGuide();
  const { t } = useWords();
  const found = foundProducts(snapshot);
  const count = found.main.length + found.extras.length;
  const empty = count === 0;
  const nothing = whereNothingGoes[snapshot.state?.verdict ?? 'notKnown'];
  return (
    <PageFrame
      heading={empty ? t(`page.check.heading${nothing}`) : t('page.check.headingFound', { count })}
      lead={t(empty ? `page.check.lead${nothing}` : 'page.check.leadFound')}
      back="welcome"
      primary={<ContinueButton to={pageBeside(snapshot, 'after') ?? 'protection'} />}
    >
      <DangerList state={snapshot.state} plan={snapshot.plan} />
      <Gaps />
      {empty && snapshot.scan.state === 'done' && (
        <ProtectionCard protection={snapshot.scan.protection} />
      )}
      <FoundList found={found} />
      <Again />
    </PageFrame>
  );
}

/** What is said where no product can be chosen. */
const whereNothingGoes = {
  danger: 'Danger',
  found: 'Nothing',
  restartNeeded: 'Nothing',
  notKnown: 'NotKnown',
  notProtected: 'Nothing',
  engineInside: 'Nothing',
  clean: 'Nothing',
} as const satisfies Record<Verdict, string>;

function Gaps() {
  const { scan, technicianMode } = useGuide().snapshot;
  const words = useWords();
  if (scan.state !== 'done' || scan.gaps.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {words.t('page.check.gaps')}
        {technicianMode && (
          <ul>
            {scan.gaps.map((gap) => (
              <li key={gapWords(gap, words)}>{gapWords(gap, words)}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

function Again() {
  const { snapshot, ask } = useGuide();
  const { t } = useWords();
  return (
    <div>
      <ScanButton label={t('button.checkAgain')} />{' '}
      {snapshot.technicianMode && (
        <Button onClick={() => void ask('exportInventory')}>
          {t('page.check.exportInventory')}
        </Button>
      )}
    </div>
  );
}

function ScanButton({
  label,
  primary = false,
}: {
  readonly label: string;
  readonly primary?: boolean;
}) {
  const { act } = useGuide();
  return (
    <Button appearance={primary ? 'primary' : 'secondary'} onClick={() => void act('scan')}>
      {label}
    </Button>
  );
}
