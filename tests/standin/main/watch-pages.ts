import { browser, type AttachedPage } from '../chromium/browser.ts';
import { BrowserWindow } from './browser-window.ts';

/** Passes on what Chromium reports about pages to the windows they belong to. */
export function watchPages(): void {
  browser.on('page-gone', (targetId: string) => BrowserWindow.fromTargetId(targetId)?.pageGone());
  // Still held before its first request. If the app allows it, it opens as a window of the app's own making.
  browser.on(
    'popup',
    (page: AttachedPage) => void browser.closePage(page.targetId).catch(() => {}),
  );
}
