import { Text } from '@fluentui/react-components';
import { Info20Regular } from '@fluentui/react-icons';
import type { ReactivationCause } from '../../../shared/domain/protection/reactivation.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Verbatim } from '../Verbatim.tsx';
import styles from './protection-parts.module.css';
import { causeGroups, type CauseGroup } from './reactivation-groups.ts';

/** Why Microsoft Defender is off, each reason with who can change it. */
export function CauseList({ causes }: { readonly causes: readonly ReactivationCause[] }) {
  const groups = causeGroups(causes);
  // Where Cutover can change all of it, the page says so once and for all.
  const saysWho = groups.some(({ remedy }) => remedy !== 'cutover');
  return (
    <ul className={styles.list}>
      {groups.map((group) => (
        <li key={`${group.id} ${group.remedy}`} className={styles.row}>
          <Info20Regular className={styles.info} />
          <Cause group={group} saysWho={saysWho} />
        </li>
      ))}
    </ul>
  );
}

interface CauseProps {
  readonly group: CauseGroup;
  readonly saysWho: boolean;
}

function Cause({ group, saysWho }: CauseProps) {
  const { technicianMode } = useGuide().snapshot;
  const { t } = useWords();
  return (
    <div className={styles.close}>
      <Text weight="semibold">{t(`reactivate.cause.${group.id}`)}</Text>
      {saysWho && <Text className={styles.quiet}>{t(`reactivate.remedy.${group.remedy}`)}</Text>}
      {technicianMode && (
        <>
          {group.subjects.length > 0 && <Verbatim code>{group.subjects.join(', ')}</Verbatim>}
          {group.managers.map((manager) => (
            <Text key={manager}>{t(`reactivate.manager.${manager}`)}</Text>
          ))}
          {group.keys.map((key) => (
            <Verbatim key={key} code>
              {key}
            </Verbatim>
          ))}
        </>
      )}
    </div>
  );
}
