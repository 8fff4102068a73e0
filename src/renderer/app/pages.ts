import { createElement, lazy, useState, type ComponentType } from 'react';
import type { ShownPage } from '../../shared/contract/guide-pages.ts';
import { WelcomePage } from '../pages/welcome/WelcomePage.tsx';
import type * as laterPages from './later-pages.ts';

type LaterPages = typeof laterPages;

/** Only the first page comes with the window, because reading all of them would hold it up. */
export const pages: Readonly<Record<ShownPage, ComponentType>> = {
  welcome: WelcomePage,
  check: later('CheckPage'),
  prepare: later('PreparePage'),
  protection: later('ProtectionPage'),
  remove: later('RemovePage'),
  restart: later('RestartPage'),
  proof: later('ProofPage'),
  report: later('ReportPage'),
  quarantine: later('QuarantinePage'),
};

let loaded: LaterPages | null = null;

/** Brings the others, so that nobody waits when turning to one of them. */
export async function loadLaterPages(): Promise<LaterPages> {
  return (loaded ??= await import('./later-pages.ts'));
}

/**
 * A page that waits only while it is not loaded. React shows what it had to wait for 300 ms late, and even what is
 * loaded has to be waited for when it is `lazy`.
 */
function later(name: keyof LaterPages): ComponentType {
  const Waiting = lazy(async () => ({ default: (await loadLaterPages())[name] }));
  return function LaterPage() {
    // The same for as long as it is open: another one would be empty of what was typed into it.
    const [Page] = useState<ComponentType>(() => loaded?.[name] ?? Waiting);
    return createElement(Page);
  };
}
