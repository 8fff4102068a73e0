import { FluentProvider, Spinner } from '@fluentui/react-components';
import { useEffect } from 'react';
import { GuideProvider } from '../bridge/GuideContext.tsx';
import { useConnection } from '../bridge/use-connection.ts';
import { LanguageProvider } from '../i18n/LanguageContext.tsx';
import { closestLanguage } from '../i18n/languages.ts';
import { AppShell } from './AppShell.tsx';
import { useAppStyles } from './app.styles.ts';
import { useSystemTheme } from './use-system-theme.ts';

/** The window: theme and language of the person around the guide. */
export function App() {
  const styles = useAppStyles();
  const theme = useSystemTheme();
  const connection = useConnection();
  const { snapshot } = connection;
  const language = closestLanguage(snapshot?.language ?? navigator.language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageProvider value={language}>
      <FluentProvider theme={theme} className={styles.app}>
        {snapshot === null ? (
          <Spinner className={styles.loading} label="Cutover" />
        ) : (
          <GuideProvider value={{ ...connection, snapshot }}>
            <AppShell />
          </GuideProvider>
        )}
      </FluentProvider>
    </LanguageProvider>
  );
}
