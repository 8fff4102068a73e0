import { Field, Select } from '@fluentui/react-components';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useTexts } from '../i18n/LanguageContext.tsx';
import { useMachineWords } from '../words/use-machine-words.ts';
import { appTexts } from '../parts/app.texts.ts';
import { useRailStyles } from './rail.styles.ts';

/** Which computer all of this is about. Not to be changed while something is being removed from it. */
export function MachineSelect() {
  const { snapshot, act } = useGuide();
  const styles = useRailStyles();
  const t = useTexts(appTexts);
  const wordsOf = useMachineWords();
  const { machines, machineId, run } = snapshot;
  return (
    <Field label={t('computer')} size="small">
      <Select
        size="small"
        className={styles.select}
        value={machineId}
        disabled={run.state === 'running'}
        onChange={(_, { value }) => void act('chooseMachine', value)}
      >
        {machines.map((machine) => (
          <option key={machine.id} value={machine.id} disabled={machine.unavailable !== null}>
            {wordsOf(machine).title}
          </option>
        ))}
      </Select>
    </Field>
  );
}
