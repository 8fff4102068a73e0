import { createContext, useContext } from 'react';
import type { GuideSnapshot } from '../../shared/contract/guide.ts';
import type { Connection } from './use-connection.ts';

export interface Guide extends Connection {
  readonly snapshot: GuideSnapshot;
}

const GuideContext = createContext<Guide | null>(null);

export const GuideProvider = GuideContext.Provider;

/** The state of the guide and the calls that change it, for everything inside the shell. */
export function useGuide(): Guide {
  const guide = useContext(GuideContext);
  if (guide === null) throw new Error('This part of the window needs the guide around it.');
  return guide;
}
