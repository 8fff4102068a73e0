import { mergeClasses, Nav, NavItem, Title3 } from '@fluentui/react-components';
import {
  CheckmarkCircle20Filled,
  Circle20Regular,
  RecordStop20Regular,
  ShieldTask28Filled,
} from '@fluentui/react-icons';
import type { PageState } from '../../shared/contract/guide.ts';
import type { GuidePage } from '../../shared/contract/guide-pages.ts';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { LanguageSelect } from './LanguageSelect.tsx';
import { MachineSelect } from './MachineSelect.tsx';
import styles from './rail.module.css';
import { TechnicianSwitch } from './TechnicianSwitch.tsx';

/** Where the person is in the guide, and what holds for all pages. */
export function Rail() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  return (
    <header className={styles.rail}>
      <div className={styles.brand}>
        <ShieldTask28Filled aria-hidden />
        <Title3 as="span" translate="no" className={styles.name}>
          Cutover
        </Title3>
      </div>
      <nav aria-label={t('rail.steps')}>
        <Nav
          className={styles.steps}
          selectedValue={snapshot.page}
          onNavItemSelect={(_, { value }) => void act('goTo', value as GuidePage)}
        >
          {snapshot.pages.map((step) => (
            <Step key={step.page} step={step} current={step.page === snapshot.page} />
          ))}
        </Nav>
      </nav>
      <div className={styles.settings}>
        <MachineSelect />
        <LanguageSelect />
        <TechnicianSwitch />
      </div>
    </header>
  );
}

interface StepProps {
  readonly step: PageState;
  readonly current: boolean;
}

function Step({ step: { page, closed, done }, current }: StepProps) {
  const { t } = useWords();
  const name = t(`page.${page}.name`);
  const isClosed = closed !== null && !current;
  return (
    <NavItem
      as="button"
      value={page}
      disabled={isClosed}
      className={mergeClasses(styles.step, isClosed && styles.closed)}
      {...(done && { 'aria-label': t('rail.stepDone', { name }) })}
      icon={<StepMark done={done} current={current} />}
    >
      {name}
    </NavItem>
  );
}

function StepMark({ done, current }: { readonly done: boolean; readonly current: boolean }) {
  if (done) return <CheckmarkCircle20Filled className={styles.done} />;
  return current ? <RecordStop20Regular /> : <Circle20Regular />;
}
