import { Badge, Button, Text } from '@fluentui/react-components';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import styles from './app.module.css';

/**
 * On every page while it is not about this computer, so that practice can never be taken for the real thing, and while this
 * one can only be looked at, with the way to more.
 */
export function MachineBanner() {
  const { machines, machineId, practice } = useGuide().snapshot;
  const { t } = useWords();
  const machine = machines.find(({ id }) => id === machineId);
  const imported = machine?.kind === 'imported';
  if (machine?.readOnly?.id === 'notAdministrator') return <LookingOnly />;
  if (!practice && !imported) return null;
  return (
    <aside
      className={styles.banner}
      aria-label={t(imported ? 'banner.imported' : 'banner.practice')}
    >
      <Badge className={styles.bannerMark} appearance="outline" color="important" size="large">
        {t(imported ? 'banner.imported' : 'banner.practice')}
      </Badge>
      <Text size={200}>{t(imported ? 'banner.importedNote' : 'banner.practiceNote')}</Text>
    </aside>
  );
}

/** Nobody is asked for more rights before they want to change something. */
function LookingOnly() {
  const { ask } = useGuide();
  const { t } = useWords();
  return (
    <aside className={styles.banner} aria-label={t('banner.readOnly')}>
      <Badge className={styles.bannerMark} appearance="outline" color="important" size="large">
        {t('banner.readOnly')}
      </Badge>
      <Text size={200}>{t('problem.notAdministrator')}</Text>
      <Button className={styles.bannerMark} size="small" onClick={() => void ask('elevate')}>
        {t('banner.elevate')}
      </Button>
    </aside>
  );
}
