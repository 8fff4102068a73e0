import { Button, Text, useRestoreFocusTarget } from '@fluentui/react-components';
import { useState } from 'react';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { KeptPart, KeptRun } from '../../../shared/contract/quarantine-view.ts';
import type { UndoPart } from '../../../shared/domain/run/undo-parts.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Card } from '../../parts/Card.tsx';
import { Forbidden, isForbidden } from '../../parts/Forbidden.tsx';
import { problemText } from '../../words/problem-text.ts';
import { Section } from '../../parts/Section.tsx';
import { KeptPartChoice } from './KeptPartChoice.tsx';
import type { Wish } from './QuarantineQuestion.tsx';
import styles from './quarantine-page.module.css';

/** While something of it is under way, that is shown already; what a policy forbids is said where the button is not. */
function useWhyClosed(): Problem | null {
  const { putBack } = useGuide().snapshot.moves;
  return putBack?.id === 'quarantineUnderWay' || isForbidden(putBack) ? null : putBack;
}

/** Putting back what did harm, or what kept Microsoft Defender off, is nothing to do in passing. */
const usual: readonly UndoPart[] = ['files', 'settings'];

interface KeptRunSectionProps {
  readonly run: KeptRun;
  readonly onWish: (wish: Wish) => void;
}

/** What one run cleaned up, with what can be done about it. */
export function KeptRunSection({ run, onWish }: KeptRunSectionProps) {
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
        <Buttons run={run} chosen={chosen} onWish={onWish} />
      </Card>
    </Section>
  );
}

interface ButtonsProps extends KeptRunSectionProps {
  readonly chosen: readonly KeptPart[];
}

function Buttons({ run, chosen, onWish }: ButtonsProps) {
  const { putBack, deleteForGood } = useGuide().snapshot.moves;
  const { t } = useWords();
  const focusTarget = useRestoreFocusTarget();
  const { runId, parts, quarantined } = run;
  const forbidden = [putBack, deleteForGood].find(isForbidden);
  return (
    <div className={styles.buttons}>
      {parts.length > 0 && !isForbidden(putBack) && (
        <Button
          {...focusTarget}
          disabledFocusable={chosen.length === 0 || putBack !== null}
          onClick={() => onWish({ kind: 'putBack', runId, chosen })}
        >
          {t('page.quarantine.putBack')}
        </Button>
      )}
      {quarantined.length > 0 && !isForbidden(deleteForGood) && (
        <Button
          {...focusTarget}
          appearance="subtle"
          disabledFocusable={deleteForGood !== null}
          onClick={() => onWish({ kind: 'delete', run })}
        >
          {t('page.quarantine.delete')}
        </Button>
      )}
      {forbidden !== undefined && <Forbidden problem={forbidden} />}
      {parts.length > 0 && chosen.length === 0 && forbidden === undefined && (
        <Text className={styles.quiet}>{t('page.quarantine.chooseFirst')}</Text>
      )}
    </div>
  );
}
