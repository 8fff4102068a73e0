import { FluentProvider, RendererProvider, Spinner } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { GuideSnapshot } from '../../shared/contract/guide.ts';
import { GuideProvider } from '../bridge/GuideContext.tsx';
import { useConnection, type Connection } from '../bridge/use-connection.ts';
import { LanguageProvider } from '../i18n/LanguageContext.tsx';
import { closestLanguage } from '../../shared/domain/languages.ts';
import { useLoadedLanguage } from '../i18n/use-loaded-language.ts';
import { AppShell } from './AppShell.tsx';
import { useAppStyles, usePageReset } from './app.styles.ts';
import { styleRenderer } from './style-renderer.ts';
import { useSystemTheme } from './use-system-theme.ts';

const renderer = styleRenderer();

interface AppProps {
  /** Null when the engine had not answered yet. */
  readonly first: GuideSnapshot | null;
}

/** The window: theme and language of the person around the guide. */
export function App({ first }: AppProps) {
  const theme = useSystemTheme();
  const connection = useConnection(first);
  const { snapshot } = connection;
  const language = useLoadedLanguage(closestLanguage(snapshot?.language ?? navigator.language));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <LanguageProvider value={language}>
        <FluentProvider theme={theme}>
          <Window connection={connection} />
        </FluentProvider>
      </LanguageProvider>
    </RendererProvider>
  );
}

function Window({ connection }: { readonly connection: Connection }) {
  const styles = useAppStyles();
  usePageReset();
  const { snapshot } = connection;
  return (
    <div className={styles.app}>
      {snapshot === null ? (
        <Spinner className={styles.loading} label="Cutover" />
      ) : (
        <GuideProvider value={{ ...connection, snapshot }}>
          <AppShell />
        </GuideProvider>
      )}
    </div>
  );
}
