import { FluentProvider, RendererProvider, Spinner } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { GuideSnapshot } from '../../shared/contract/guide.ts';
import { GuideProvider } from '../bridge/GuideContext.tsx';
import { useConnection, type Connection } from '../bridge/use-connection.ts';
import type { WindowWords } from '../../shared/words/translator.ts';
import { closestLanguage } from '../../shared/domain/languages.ts';
import { useLoadedWords } from '../i18n/use-loaded-words.ts';
import { WordsProvider } from '../i18n/WordsContext.tsx';
import { AppShell } from './AppShell.tsx';
import styles from './app.module.css';
import { styleRenderer } from './style-renderer.ts';
import { useSystemTheme } from './use-system-theme.ts';

const renderer = styleRenderer();

interface AppProps {
  /** Null when the engine had not answered yet. */
  readonly first: GuideSnapshot | null;
  readonly words: WindowWords;
}

/** The window: theme and language of the person around the guide. */
export function App({ first, words: firstWords }: AppProps) {
  const theme = useSystemTheme();
  const connection = useConnection(first);
  const { snapshot } = connection;
  const wanted = snapshot === null ? firstWords.language : closestLanguage(snapshot.language);
  const words = useLoadedWords(firstWords, wanted);
  useEffect(() => {
    document.documentElement.lang = words.language;
  }, [words]);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <WordsProvider value={words}>
        <FluentProvider theme={theme}>
          <Window connection={connection} />
        </FluentProvider>
      </WordsProvider>
    </RendererProvider>
  );
}

function Window({ connection }: { readonly connection: Connection }) {
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
