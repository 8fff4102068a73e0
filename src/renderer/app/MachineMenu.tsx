import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { Desktop20Regular } from '@fluentui/react-icons';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useTexts } from '../i18n/LanguageContext.tsx';
import { useMachineWords } from '../words/use-machine-words.ts';
import { appTexts } from './app.texts.ts';
import { useRailStyles } from './rail.styles.ts';

/** Which computer all of this is about. Not to be changed while something is being removed from it. */
export function MachineMenu() {
  const { snapshot, act } = useGuide();
  const styles = useRailStyles();
  const t = useTexts(appTexts);
  const wordsOf = useMachineWords();
  const { machines, machineId, run } = snapshot;
  const current = machines.find(({ id }) => id === machineId);
  const title = current === undefined ? machineId : wordsOf(current).title;
  return (
    <Menu
      checkedValues={{ machine: [machineId] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = checkedItems[0];
        if (chosen !== undefined && chosen !== machineId) void act('chooseMachine', chosen);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={styles.menu}
          appearance="subtle"
          icon={<Desktop20Regular />}
          aria-label={t('computer', { title })}
          disabledFocusable={run.state === 'running'}
        >
          {title}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {machines.map((machine) => (
            <MenuItemRadio
              key={machine.id}
              name="machine"
              value={machine.id}
              disabled={machine.unavailable !== null}
            >
              {wordsOf(machine).title}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
