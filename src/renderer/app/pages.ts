import { lazy, type ComponentType } from 'react';
import type { GuidePage } from '../../shared/contract/guide-pages.ts';
import { WelcomePage } from '../pages/welcome/WelcomePage.tsx';
import type * as laterPages from './later-pages.ts';

type LaterPages = typeof laterPages;

/** Only the first page comes with the window, because reading all of them would hold it up. */
export const pages: Readonly<Record<GuidePage, ComponentType>> = {
  welcome: WelcomePage,
  check: later('CheckPage'),
  prepare: later('PreparePage'),
  protection: later('ProtectionPage'),
  remove: later('RemovePage'),
  restart: later('RestartPage'),
  proof: later('ProofPage'),
  report: later('ReportPage'),
};

/** Brings the others, so that nobody waits when turning to one of them. */
export async function loadLaterPages(): Promise<LaterPages> {
  return await import('./later-pages.ts');
}

function later(name: keyof LaterPages): ComponentType {
  return lazy(async () => ({ default: (await loadLaterPages())[name] }));
}
