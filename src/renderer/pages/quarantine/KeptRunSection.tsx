import { Card, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { KeptRun } from '../../../shared/contract/quarantine-view.ts';
import type { UndoPart } from '../../../shared/domain/run/undo-parts.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { problemText } from '../../words/problem-text.ts';
import { Section } from '../../parts/Section.tsx';
import { DeleteButton } from './DeleteButton.tsx';
import { KeptPartChoice } from './KeptPartChoice.tsx';
import { PutBackButton } from './PutBackButton.tsx';
import { useQuarantineStyles } from './quarantine-page.styles.ts';

/** While something of it is under way, that is shown already. */
function useWhyClosed(): Problem | null {
  const { putBack } = useGuide().snapshot.moves;
  return putBack?.id === 'quarantineUnderWay' ? null : putBack;
}

/** Putting back what did harm, or what kept Microsoft Defender off, is nothing to do in passing. */
const usual: readonly UndoPart[] = ['files', 'settings'];

/** What one run cleaned up, with what can be done about it. */
export function KeptRunSection({ run }: { readonly run: KeptRun }) {
  const styles = useQuarantineStyles();
  const words = useWords();
  const { t, moment, render } = words;
  const closed = useWhyClosed();
  const [wanted, setWanted] = useState(usual);
  const chosen = run.parts.filter(({ part }) => wanted.includes(part));
  const choose = (part: UndoPart, isWanted: boolean) =>
    setWanted(isWanted ? [...wanted, part] : wanted.filter((each) => each !== part));
  const title =
    run.startedAt === null
      ? t('page.quarantine.runUnknown')
      : t('page.quarantine.run', { time: moment(run.startedAt) });
  return (
    <Section title={title}>
      <Card>
        <ul className={styles.list}>
          {run.parts.map((kept) => (
            <li key={kept.part}>
              <KeptPartChoice
                kept={kept}
                chosen={chosen.includes(kept)}
                onChange={(isWanted) => choose(kept.part, isWanted)}
              />
            </li>
          ))}
        </ul>
        {run.notDeletable !== null && (
          <Text>
            {t('page.quarantine.cannotDelete')} {render(run.notDeletable)}
          </Text>
        )}
        {closed !== null && <Text>{problemText(closed, words)}</Text>}
        <div className={styles.buttons}>
          {run.parts.length > 0 && <PutBackButton runId={run.runId} chosen={chosen} />}
          {run.quarantined.length > 0 && <DeleteButton run={run} />}
        </div>
      </Card>
    </Section>
  );
}
