import {
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
} from '@fluentui/react-components';
import { productCount } from '../../../shared/domain/plan/step-about.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Card } from '../../parts/Card.tsx';
import { isClosed } from '../../parts/is-closed.ts';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { pageBeside } from '../../parts/page-beside.ts';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Reactivate } from '../../parts/protection/Reactivate.tsx';
import { CauseList } from '../../parts/protection/CauseList.tsx';
import { LiveCheck } from '../../parts/protection/LiveCheck.tsx';
import { Recheck } from '../../parts/protection/Recheck.tsx';
import { obstacles } from '../../parts/protection/reactivation-groups.ts';
import { ProtectionCard } from '../../parts/ProtectionCard.tsx';
import { Section } from '../../parts/Section.tsx';
import { Afterwards } from './Afterwards.tsx';
import { expectedProtection } from './expected-protection.ts';
import styles from './protection-page.module.css';
import { ProtectionChoices } from './ProtectionChoices.tsx';

/** What protects the computer now and afterwards, and what the person wants about it. */
export function ProtectionPage() {
  const { snapshot } = useGuide();
  const { t } = useWords();
  const nothingGoes = productCount(snapshot.plan?.steps ?? []) === 0;
  const { heldByChoice } = snapshot.readiness;
  return (
    <PageFrame
      heading={t('page.protection.heading')}
      lead={t('page.protection.lead')}
      back={pageBeside(snapshot, 'before')}
      primary={<ContinueButton to="remove" waits={isClosed('remove', snapshot)} />}
      hint={heldByChoice ? t('page.protection.choice.heldHint') : undefined}
    >
      <NowAndAfterwards />
      {nothingGoes ? <Reactivate /> : <Wishes held={heldByChoice} />}
      {!nothingGoes && <Obstacles />}
      <LiveCheck />
      <AboutDefender />
    </PageFrame>
  );
}

function NowAndAfterwards() {
  const { scan } = useGuide().snapshot;
  const { t } = useWords();
  return (
    <div className={styles.group}>
      <div className={styles.pair}>
        <Section title={t('page.protection.now')}>
          {scan.state === 'done' && <ProtectionCard protection={scan.protection} />}
        </Section>
        <Section title={t('page.protection.afterwards')}>
          <Afterwards />
        </Section>
      </div>
      <Recheck />
    </div>
  );
}

/** On an inventory from another computer there is nothing to wish for. */
function Wishes({ held }: { readonly held: boolean }) {
  const { moves } = useGuide().snapshot;
  const { t } = useWords();
  if (moves.setProtectionChoice?.id === 'onlyToLookAt') return null;
  return (
    <div className={styles.group}>
      <ProtectionChoices />
      {held && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>
            <MessageBarTitle>{t('page.protection.choice.held')}</MessageBarTitle>
            {t('page.protection.choice.heldText')}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

/** What would keep Microsoft Defender from taking over, where nothing else is known to. */
function Obstacles() {
  const { snapshot } = useGuide();
  const { t } = useWords();
  const expected = expectedProtection(snapshot);
  const causes = obstacles(snapshot.reactivation.plan?.causes ?? []);
  if ((expected !== 'nothing' && expected !== 'reactivated') || causes.length === 0) return null;
  const canAll = causes.every(({ remedy }) => remedy === 'cutover');
  return (
    <Section
      title={t('page.protection.inTheWay')}
      {...(canAll && { note: t('page.protection.cutoverCan') })}
    >
      <Card>
        <CauseList causes={causes} />
      </Card>
    </Section>
  );
}

function AboutDefender() {
  const { ask } = useGuide();
  const { t } = useWords();
  return (
    <Section title={t('page.protection.whatIsDefender')}>
      <div className={styles.about}>
        <Text>{t('page.protection.defenderText')}</Text>
        <Link as="button" onClick={() => void ask('openLink', 'windowsSecurity')}>
          {t('page.protection.more')}
        </Link>
      </div>
    </Section>
  );
}
