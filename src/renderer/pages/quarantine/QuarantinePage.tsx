import { ProgressBar, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { QuarantineView } from '../../../shared/contract/quarantine-view.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { ProblemMessage } from '../../parts/protection/ProblemMessage.tsx';
import { KeptRunSection } from './KeptRunSection.tsx';
import { QuarantineQuestion, type Wish } from './QuarantineQuestion.tsx';
import { WorkDone } from './WorkDone.tsx';

/** What earlier runs cleaned up: to look at, to put back, to delete for good. Nobody has to do anything here. */
export function QuarantinePage() {
  const { quarantine } = useGuide().snapshot;
  const { t } = useWords();
  // What was asked stays in the question until that has closed.
  const [wish, setWish] = useState<Wish | null>(null);
  const [asks, setAsks] = useState(false);
  const onWish = (wanted: Wish) => {
    setWish(wanted);
    setAsks(true);
  };
  return (
    <PageFrame
      heading={t('page.quarantine.heading')}
      lead={t('page.quarantine.lead')}
      back={quarantine.from}
    >
      <WorkDone work={quarantine.work} />
      <WhatIsKept quarantine={quarantine} onWish={onWish} />
      {wish !== null && (
        <QuarantineQuestion wish={wish} open={asks} onAnswered={() => setAsks(false)} />
      )}
    </PageFrame>
  );
}

interface WhatIsKeptProps {
  readonly quarantine: QuarantineView;
  readonly onWish: (wish: Wish) => void;
}

function WhatIsKept({ quarantine: { look, hint }, onWish }: WhatIsKeptProps) {
  const { t } = useWords();
  switch (look.state) {
    case 'notBegun':
      return null;
    case 'running':
      return (
        <div>
          <ProgressBar thickness="large" aria-label={t('page.quarantine.looking')} />
          <Text>{t('page.quarantine.looking')}</Text>
        </div>
      );
    case 'failed':
      return <ProblemMessage problem={look.problem} />;
    case 'done':
      if (hint === 'hidden') return <Text>{t('page.quarantine.hidden')}</Text>;
      return look.runs.length === 0 ? (
        <Text>{t('page.quarantine.nothing')}</Text>
      ) : (
        look.runs.map((run) => <KeptRunSection key={run.runId} run={run} onWish={onWish} />)
      );
  }
}
