import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

const darkQuery = '(prefers-color-scheme: dark)';

/** Windows 11 writes in Segoe UI Variable; older ones in Segoe UI. */
const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', 'Noto Sans', system-ui, -apple-system, sans-serif";

const light: Theme = { ...webLightTheme, fontFamilyBase };
const dark: Theme = { ...webDarkTheme, fontFamilyBase };

/** Light or dark as the system says. Forced colours need no theme: Fluent answers them in its own styles. */
export function useSystemTheme(): Theme {
  return useSyncExternalStore(subscribe, isDark) ? dark : light;
}

function isDark(): boolean {
  return window.matchMedia(darkQuery).matches;
}

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(darkQuery);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
