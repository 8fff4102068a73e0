import type { Bridge } from '../../shared/contract/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload; null-safe because the page may be opened without it by mistake. */
    readonly cutover?: Bridge;
  }
}

/** The only place that touches what the preload offers. */
export function bridge(): Bridge {
  if (window.cutover === undefined) throw new Error('The page was opened outside of Cutover.');
  return window.cutover;
}
