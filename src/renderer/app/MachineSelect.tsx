import { Field, Select } from '@fluentui/react-components';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { useMachineWords } from '../words/use-machine-words.ts';
import styles from './rail.module.css';

/** Which computer all of this is about. Not to be changed while something is being removed from it. */
export function MachineSelect() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const wordsOf = useMachineWords();
  const { machines, machineId, moves } = snapshot;
  return (
    <Field label={t('rail.computer')} size="small">
      <Select
        size="small"
        className={styles.select}
        value={machineId}
        disabled={moves.chooseMachine !== null}
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
