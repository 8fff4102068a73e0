import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';

/** On every page while it is not about this computer: practice can never be taken for the real thing. */
export function MachineBanner() {
  const { machines, machineId, practice } = useGuide().snapshot;
  const styles = useStyles();
  const { t } = useWords();
  const machine = machines.find(({ id }) => id === machineId);
  const imported = machine?.kind === 'imported';
  if (!practice && !imported) return null;
  return (
    <aside
      className={styles.banner}
      aria-label={t(imported ? 'banner.imported' : 'banner.practice')}
    >
      <Badge className={styles.mark} appearance="outline" color="important" size="large">
        {t(imported ? 'banner.imported' : 'banner.practice')}
      </Badge>
      <Text size={200}>{t(imported ? 'banner.importedNote' : 'banner.practiceNote')}</Text>
    </aside>
  );
}

const useStyles = makeStyles({
  mark: { flexShrink: 0, whiteSpace: 'nowrap' },
  banner: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorPaletteMarigoldBackground1,
    borderBottom: `1px solid ${tokens.colorPaletteMarigoldBorder1}`,
  },
});
