/** What `app` needs to know of a window. */
export interface OpenWindow {
  readonly id: number;
  readonly closed: Promise<void>;
  readonly close: () => void;
  readonly isClosing: () => boolean;
}

/** Every window from its construction to its `closed` event, in order of age. */
export const openWindows = new Set<OpenWindow>();
