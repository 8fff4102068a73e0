import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import type { PageSize } from '../chromium/browser.ts';
import { electronEvent } from './electron-event.ts';
import { IpcMain } from './ipc-main.ts';
import { loadError } from './load-error.ts';
import { Page } from './page.ts';
import { toAppUrl, toChromiumUrl } from './protocol.ts';
import { recordCall } from './recorded-calls.ts';
import { openRequestGate } from './request-gate.ts';
import { serveWorld } from './serve-world.ts';
import { session } from './session.ts';
import type { WebPreferences } from './web-preferences.ts';
import { wire } from './wire.ts';
import { WebFrame } from './web-frame.ts';

export interface WindowOpenDetails {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
}

export interface WindowOpenAnswer {
  readonly action: 'allow' | 'deny';
  readonly overrideBrowserWindowOptions?: object;
}

/** Electron's `webContents`: loading, IPC and the events that an app guards itself with. */
export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session = session.defaultSession;
  readonly ipc = new IpcMain();
  readonly mainFrame = new WebFrame(this);
  /** For the window: settles when the page stands. */
  readonly page: Promise<Page>;
  #page: Page | undefined;
  #ownLoad: string | undefined;
  #isLoading = false;
  #zoomLevel = 0;
  #isDestroyed = false;
  #closeWindow: () => void;
  #openHandler: (details: WindowOpenDetails) => WindowOpenAnswer = () => ({ action: 'allow' });

  constructor(id: number, size: PageSize, preferences: WebPreferences, closeWindow: () => void) {
    super();
    this.id = id;
    this.#closeWindow = closeWindow;
    this.page = this.#create(size, preferences);
    this.page.catch((error: unknown) => {
      console.error(error);
      closeWindow();
    });
  }

  getURL(): string {
    return this.#page?.url ?? '';
  }

  getType(): string {
    return 'window';
  }

  isLoading(): boolean {
    return this.#isLoading;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  setWindowOpenHandler(handler: (details: WindowOpenDetails) => WindowOpenAnswer): void {
    this.#openHandler = handler;
  }

  close(): void {
    this.#closeWindow();
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.page;
    this.#ownLoad = toAppUrl(toChromiumUrl(url));
    this.#isLoading = true;
    this.emit('did-start-loading');
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    const target = { url: toChromiumUrl(url) };
    const result = await page.session.send<{ errorText?: string }>('Page.navigate', target);
    if (result.errorText === undefined) return loaded;
    const error = loadError(result.errorText, url);
    this.emit('did-fail-load', electronEvent({}), error.errno, error.code, url, true);
    throw error;
  }

  loadFile(file: string, options: { hash?: string; search?: string } = {}): Promise<void> {
    const url = pathToFileURL(file);
    if (options.hash !== undefined) url.hash = options.hash;
    if (options.search !== undefined) url.search = options.search;
    return this.loadURL(url.href);
  }

  getZoomLevel(): number {
    return this.#zoomLevel;
  }

  setZoomLevel(level: number): void {
    this.#zoomLevel = level;
  }

  /** As a driver or a virus scanner would end the process of the page. */
  forcefullyCrashRenderer(): void {
    // Chromium does not answer for a page that is gone.
    void this.page.then((page) => page.session.send('Page.crash').catch(() => {}));
  }

  reload(): void {
    void this.page.then((page) => page.session.send('Page.reload'));
  }

  /** Nothing is printed: the call is recorded and succeeds. */
  print(options: object = {}, done?: (success: boolean, reason: string) => void): void {
    recordCall('webContents.print', [options]);
    done?.(true, '');
  }

  /** An empty page; what is on it nobody sees here. */
  async printToPDF(options: object = {}): Promise<Uint8Array> {
    recordCall('webContents.printToPDF', [options]);
    return await Promise.resolve(new TextEncoder().encode('%PDF-1.4\n%%EOF\n'));
  }

  /** @throws Error "An object could not be cloned." for what structured clone refuses. */
  send(channel: string, ...args: unknown[]): void {
    const payload = wire.encode(args);
    void this.#page?.post({ kind: 'message', channel, payload }).catch(() => {});
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const page = await this.page;
    const { result, exceptionDetails } = await page.session.send<Evaluation>('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  /** For the window: asks the app whether a page may open another one. */
  askToOpen(url: string, frameName: string, features: string): WindowOpenAnswer {
    const referrer = { url: this.getURL(), policy: 'strict-origin-when-cross-origin' };
    const details = {
      url: toAppUrl(url),
      frameName,
      features,
      disposition: 'new-window',
      referrer,
    };
    return this.#openHandler(details);
  }

  /** For the window, when its page is gone. */
  markDestroyed(): void {
    this.#isDestroyed = true;
    this.emit('destroyed');
  }

  async #create(size: PageSize, preferences: WebPreferences): Promise<Page> {
    const page = await Page.create(size);
    this.#page = page;
    this.#listen(page);
    await page.start(preferences, () =>
      openRequestGate({
        id: this.id,
        session: page.session,
        contents: this,
        mainFrameId: () => page.mainFrameId,
        currentUrl: () => page.url,
        isOwnLoad: (url) => this.#takeOwnLoad(url),
        emit: (name, event, ...args) => this.emit(name, event, ...args),
      }),
    );
    return page;
  }

  #takeOwnLoad(url: string): boolean {
    const isOwn = this.#ownLoad?.replace(/#.*$/s, '') === url.replace(/#.*$/s, '');
    if (isOwn) this.#ownLoad = undefined;
    return isOwn;
  }

  #listen(page: Page): void {
    serveWorld(page, this);
    page.on('navigated', (url: string) => {
      if (url !== 'about:blank') this.emit('did-navigate', electronEvent({}), url, 200, 'OK');
    });
    page.on('dom-ready', () => this.emit('dom-ready', electronEvent({})));
    page.on('loaded', () => {
      if (page.url === 'about:blank') return;
      this.#isLoading = false;
      this.emit('did-finish-load');
      this.emit('did-stop-loading');
    });
    page.on('console', (level: string, message: string) =>
      this.emit('console-message', electronEvent({ level, message })),
    );
    page.on('crashed', () =>
      this.emit('render-process-gone', electronEvent({}), { reason: 'crashed', exitCode: 5 }),
    );
  }
}

interface Evaluation {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}
