import { Switch } from '@fluentui/react-components';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useAnswer } from '../bridge/use-answer.ts';
import { useWords } from '../i18n/WordsContext.tsx';

export function TechnicianSwitch() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const [on, turn] = useAnswer(snapshot.technicianMode, (now) => act('setTechnicianMode', now));
  return (
    <Switch
      label={t('rail.technicianMode')}
      checked={on}
      onChange={(_, { checked }) => turn(checked)}
    />
  );
}
