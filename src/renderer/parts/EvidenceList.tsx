import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Evidence } from '../../shared/finding.ts';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useWords } from '../i18n/LanguageContext.tsx';
import { evidenceWords } from '../words/evidence-words.ts';
import { EngineText } from './EngineText.tsx';

/** The reasons for saying that a product is there. Technicians also see the item itself. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const { technicianMode } = useGuide().snapshot;
  const styles = useStyles();
  const words = useWords();
  return (
    <ul className={styles.list}>
      {evidence.map((each) => (
        <li key={`${each.kind}:${each.ref}:${each.says}`} className={styles.item}>
          <Text size={200} className={styles.kind}>
            {words(evidenceWords[each.kind])}
          </Text>
          <div className={styles.says}>
            <Text size={200} block>
              <EngineText>{each.says}</EngineText>
            </Text>
            {technicianMode && <EngineText code>{`${each.strength}: ${each.ref}`}</EngineText>}
          </div>
        </li>
      ))}
    </ul>
  );
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalSNudge,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} 0`,
    listStyleType: 'none',
  },
  item: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  kind: { flexBasis: '132px', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  says: { flexGrow: 1, flexBasis: '240px', minWidth: 0 },
});
