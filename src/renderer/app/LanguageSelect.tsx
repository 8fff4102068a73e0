import { Field, Select } from '@fluentui/react-components';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useLanguage, useTexts } from '../i18n/LanguageContext.tsx';
import { languageNames, languages, pseudoLanguage } from '../../shared/domain/languages.ts';
import { appTexts } from '../parts/app.texts.ts';
import { useRailStyles } from './rail.styles.ts';

/** The languages by their own names, so that somebody who reads nothing else finds theirs. */
export function LanguageSelect() {
  const { act } = useGuide();
  const styles = useRailStyles();
  const t = useTexts(appTexts);
  const language = useLanguage();
  return (
    <Field label={t('language')} size="small">
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
