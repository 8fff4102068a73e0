import { Button, MessageBar, MessageBarBody, ProgressBar } from '@fluentui/react-components';
import type { Problem } from '../../../shared/contract/problem.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts } from '../../i18n/LanguageContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { EngineText } from '../../parts/EngineText.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { ProblemText } from '../../parts/ProblemText.tsx';
import { ProtectionCard } from '../../parts/ProtectionCard.tsx';
import { checkTexts } from './check-page.texts.ts';
import { FoundList } from './FoundList.tsx';
import { foundProducts } from './found-products.ts';

export function CheckPage() {
  const { scan } = useGuide().snapshot;
  switch (scan.state) {
    case 'notBegun':
      return <NotBegun />;
    case 'running':
      return <Looking />;
    case 'failed':
      return <Failed problem={scan.problem} />;
    case 'done':
      return <Done />;
  }
}

function NotBegun() {
  const t = useTexts(checkTexts);
  return (
    <PageFrame
      heading={t('headingNotBegun')}
      lead={t('leadNotBegun')}
      back="welcome"
      primary={<ScanButton label={t('start')} primary />}
    />
  );
}

function Looking() {
  const t = useTexts(checkTexts);
  return (
    <PageFrame heading={t('headingLooking')} lead={t('leadLooking')} back="welcome">
      <ProgressBar aria-label={t('headingLooking')} thickness="large" />
    </PageFrame>
  );
}

function Failed({ problem }: { readonly problem: Problem }) {
  const t = useTexts(checkTexts);
  return (
    <PageFrame
      heading={t('headingFailed')}
      back="welcome"
      primary={<ScanButton label={t('again')} primary />}
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
  const t = useTexts(checkTexts);
  const found = foundProducts(snapshot);
  const count = found.main.length + found.extras.length;
  const empty = count === 0;
  return (
    <PageFrame
      heading={empty ? t('headingNothing') : t('headingFound', { count })}
      lead={t(empty ? 'leadNothing' : 'leadFound')}
      back="welcome"
      primary={<ContinueButton to={empty ? 'protection' : 'prepare'} />}
    >
      <Gaps />
      {empty && snapshot.scan.state === 'done' && (
        <ProtectionCard protection={snapshot.scan.protection} />
      )}
      <FoundList found={found} />
      <Again />
    </PageFrame>
  );
}

function Gaps() {
  const { scan, technicianMode } = useGuide().snapshot;
  const t = useTexts(checkTexts);
  if (scan.state !== 'done' || scan.gaps.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {t('gaps')}
        {technicianMode && (
          <ul>
            {scan.gaps.map(({ section, detail }) => (
              <li key={`${section}:${detail}`}>
                <EngineText>
                  {section}: {detail}
                </EngineText>
              </li>
            ))}
          </ul>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

function Again() {
  const { snapshot, ask } = useGuide();
  const t = useTexts(checkTexts);
  return (
    <div>
      <ScanButton label={t('again')} />{' '}
      {snapshot.technicianMode && (
        <Button onClick={() => void ask('exportInventory')}>{t('exportInventory')}</Button>
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
