import { Switch } from '@fluentui/react-components';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useAnswer } from '../bridge/use-answer.ts';
import { useTexts } from '../i18n/LanguageContext.tsx';
import { appTexts } from '../parts/app.texts.ts';

export function TechnicianSwitch() {
  const { snapshot, act } = useGuide();
  const t = useTexts(appTexts);
  const [on, turn] = useAnswer(snapshot.technicianMode, (now) => act('setTechnicianMode', now));
  return (
    <Switch label={t('technicianMode')} checked={on} onChange={(_, { checked }) => turn(checked)} />
  );
}
