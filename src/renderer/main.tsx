import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { firstSnapshot } from './bridge/first-snapshot.ts';
import { loadWords } from './i18n/load-words.ts';
import { closestLanguage } from '../shared/domain/languages.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
// Most likely the language it will be, so that its words come while the engine answers.
const guess = closestLanguage(navigator.language);
void loadWords(guess);
const first = await firstSnapshot();
// Before anything is drawn: a page that changes its language while it opens startles.
const words = await loadWords(first === null ? guess : closestLanguage(first.language));
createRoot(root).render(
  <StrictMode>
    <App first={first} words={words} />
  </StrictMode>,
);
