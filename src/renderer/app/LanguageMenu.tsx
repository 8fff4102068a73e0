import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { LocalLanguage20Regular } from '@fluentui/react-icons';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useLanguage, useTexts } from '../i18n/LanguageContext.tsx';
import { languageNames, languages, pseudoLanguage } from '../i18n/languages.ts';
import { appTexts } from './app.texts.ts';
import { useRailStyles } from './rail.styles.ts';

/** The languages by their own names, so that somebody who reads nothing else finds theirs. */
export function LanguageMenu() {
  const { act } = useGuide();
  const styles = useRailStyles();
  const t = useTexts(appTexts);
  const language = useLanguage();
  const name = language === pseudoLanguage ? language : languageNames[language];
  return (
    <Menu
      checkedValues={{ language: [language] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = checkedItems[0];
        if (chosen !== undefined) void act('setLanguage', chosen);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={styles.menu}
          appearance="subtle"
          icon={<LocalLanguage20Regular />}
          aria-label={t('language', { name })}
        >
          {name}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {languages.map((each) => (
            <MenuItemRadio key={each} name="language" value={each} lang={each}>
              {languageNames[each]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
