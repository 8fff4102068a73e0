import { Switch } from '@fluentui/react-components';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useTexts } from '../i18n/LanguageContext.tsx';
import { appTexts } from './app.texts.ts';

export function TechnicianSwitch() {
  const { snapshot, act } = useGuide();
  const t = useTexts(appTexts);
  return (
    <Switch
      label={t('technicianMode')}
      checked={snapshot.technicianMode}
      onChange={(_, { checked }) => void act('setTechnicianMode', checked)}
    />
  );
}
