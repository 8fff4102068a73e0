import { Button, mergeClasses, Radio, RadioGroup, Text } from '@fluentui/react-components';
import type { MachineChoice } from '../../../shared/contract/guide.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Verbatim } from '../../parts/Verbatim.tsx';
import { ProblemText } from '../../parts/ProblemText.tsx';
import { useMachineWords } from '../../words/use-machine-words.ts';
import styles from './welcome-page.module.css';

/** This computer, and the practice computers. */
export function MachineChoices() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const [chosen, choose] = useAnswer(snapshot.machineId, (id) => act('chooseMachine', id));
  return (
    <>
      <RadioGroup
        aria-label={t('page.welcome.which')}
        value={chosen}
        onChange={(_, { value }) => choose(value)}
        className={styles.choices}
      >
        {snapshot.machines.map((machine) => (
          <MachineRadio key={machine.id} machine={machine} chosen={machine.id === chosen} />
        ))}
      </RadioGroup>
      {snapshot.technicianMode && (
        <div>
          <Button onClick={() => void act('importInventory')}>
            {t('page.welcome.importInventory')}
          </Button>
        </div>
      )}
    </>
  );
}

interface MachineRadioProps {
  readonly machine: MachineChoice;
  readonly chosen: boolean;
}

function MachineRadio({ machine, chosen }: MachineRadioProps) {
  const { title, description } = useMachineWords()(machine);
  const label = (
    <span className={styles.label}>
      <Text weight="semibold">{title}</Text>
      <Text size={200} className={styles.quiet}>
        <MachineNote machine={machine} description={description} />
      </Text>
    </span>
  );
  return (
    <Radio
      value={machine.id}
      disabled={machine.unavailable !== null}
      label={label}
      className={mergeClasses(styles.choice, chosen && styles.chosen)}
    />
  );
}

interface MachineNoteProps {
  readonly machine: MachineChoice;
  readonly description: string;
}

/** What kind of computer it is, or why it cannot be chosen. Of an imported one it is what its file says. */
function MachineNote({ machine, description }: MachineNoteProps) {
  if (machine.unavailable !== null) return <ProblemText problem={machine.unavailable} />;
  return machine.kind === 'imported' ? <Verbatim>{description}</Verbatim> : description;
}
