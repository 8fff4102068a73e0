import { Field, Select } from '@fluentui/react-components';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { languageNames, languages, pseudoLanguage } from '../../shared/domain/languages.ts';
import styles from './rail.module.css';

/** The languages by their own names, so that somebody who reads nothing else finds theirs. */
export function LanguageSelect() {
  const { act } = useGuide();
  const { t, language } = useWords();
  return (
    <Field label={t('rail.language')} size="small">
      <Select
        size="small"
        className={styles.select}
        value={language}
        onChange={(_, { value }) => void act('setLanguage', value)}
      >
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageNames[each]}
          </option>
        ))}
        {language === pseudoLanguage && <option value={pseudoLanguage}>{pseudoLanguage}</option>}
      </Select>
    </Field>
  );
}
