import { mergeClasses, Nav, NavItem, Title3 } from '@fluentui/react-components';
import {
  CheckmarkCircle20Filled,
  Circle20Regular,
  RecordStop20Regular,
  ShieldTask28Filled,
} from '@fluentui/react-icons';
import type { GuidePage } from '../../shared/contract/guide.ts';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { LanguageSelect } from './LanguageSelect.tsx';
import { MachineSelect } from './MachineSelect.tsx';
import { useRailStyles } from './rail.styles.ts';
import { stepStates, type StepState } from './step-states.ts';
import { TechnicianSwitch } from './TechnicianSwitch.tsx';

/** Where the person is in the guide, and what holds for all pages. */
export function Rail() {
  const { snapshot, act } = useGuide();
  const styles = useRailStyles();
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
          {stepStates(snapshot).map((step) => (
            <Step key={step.page} step={step} />
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

function Step({ step: { page, state, done } }: { readonly step: StepState }) {
  const styles = useRailStyles();
  const { t } = useWords();
  const name = useWords().t(`page.${page}.name`);
  return (
    <NavItem
      as="button"
      value={page}
      disabled={state === 'closed'}
      className={mergeClasses(styles.step, state === 'closed' && styles.closed)}
      {...(done && { 'aria-label': t('rail.stepDone', { name }) })}
      icon={<StepMark done={done} current={state === 'current'} />}
    >
      {name}
    </NavItem>
  );
}

function StepMark({ done, current }: { readonly done: boolean; readonly current: boolean }) {
  const styles = useRailStyles();
  if (done) return <CheckmarkCircle20Filled className={styles.done} />;
  return current ? <RecordStop20Regular /> : <Circle20Regular />;
}
