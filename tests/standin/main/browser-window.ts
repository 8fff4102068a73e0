import { app } from './app.ts';
import { electronEvent } from './electron-event.ts';
import { nativeTheme } from './native-theme.ts';
import { openWindows } from './open-windows.ts';
import type { Page } from './page.ts';
import { toAppUrl } from './protocol.ts';
import { WebContents } from './web-contents.ts';
import { checkWebPreferences } from './web-preferences.ts';
import { WindowState, type WindowOptions } from './window-state.ts';

/** Electron's BrowserWindow: a window of its own with one page. */
export class BrowserWindow extends WindowState {
  static #count = 0;
  readonly id: number;
  readonly webContents: WebContents;
  /** For `app`: settles with the `closed` event. */
  readonly closed: Promise<void>;
  readonly #options: WindowOptions;
  readonly #settleClosed: () => void;
  #page: Page | undefined;
  #isClosing = false;
  #isDestroyed = false;

  static getAllWindows(): BrowserWindow[] {
    return [...openWindows].filter((window) => window instanceof BrowserWindow);
  }

  static fromWebContents(contents: WebContents | null | undefined): BrowserWindow | null {
    return this.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  static fromId(id: number): BrowserWindow | null {
    return this.getAllWindows().find((window) => window.id === id) ?? null;
  }

  static getFocusedWindow(): BrowserWindow | null {
    return this.getAllWindows().find((window) => window.isFocused()) ?? null;
  }

  static fromTargetId(targetId: string | undefined): BrowserWindow | undefined {
    return this.getAllWindows().find((window) => window.#page?.targetId === targetId);
  }

  constructor(options: WindowOptions = {}) {
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    super(options, app.name);
    const preferences = checkWebPreferences(options.webPreferences ?? {});
    const closed = Promise.withResolvers<void>();
    this.closed = closed.promise;
    this.#settleClosed = closed.resolve;
    this.#options = options;
    this.id = ++BrowserWindow.#count;
    const { width, height } = this.getBounds();
    this.webContents = new WebContents(this.id, { width, height }, preferences, () => this.close());
    openWindows.add(this);
    this.#listen();
    void this.webContents.page.then((page) => this.#attach(page)).catch(() => this.#gone());
    app.emit('web-contents-created', electronEvent({}), this.webContents);
    app.emit('browser-window-created', electronEvent({}), this);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  loadFile(file: string, options?: { hash?: string; search?: string }): Promise<void> {
    return this.webContents.loadFile(file, options);
  }

  reload(): void {
    this.webContents.reload();
  }

  close(): void {
    if (this.#isClosing) return;
    const event = electronEvent({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    // A page that is gone already has closed the window by itself.
    void this.webContents.page.then((page) => page.close()).catch(() => this.#gone());
  }

  isClosing(): boolean {
    return this.#isClosing;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  #listen(): void {
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.webContents.on('standin-open', (url: string, name: string, features: string) =>
      this.#open(url, name, features),
    );
    this.webContents.on('standin-title', (title: string) => this.#retitle(title));
  }

  #attach(page: Page): void {
    this.#page = page;
    page.on('open-requested', (url: string, name: string, features: string) =>
      this.#open(url, name, features),
    );
    void nativeTheme.apply(page.session).catch(() => {});
  }

  /** For `watchPages`. */
  pageGone(): void {
    this.#isClosing = true;
    this.#gone();
  }

  #gone(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    openWindows.delete(this);
    this.webContents.markDestroyed();
    this.emit('closed');
    this.#settleClosed();
    if (openWindows.size === 0) app.allWindowsClosed();
  }

  #retitle(title: string): void {
    const event = electronEvent({});
    this.webContents.emit('page-title-updated', event, title, true);
    this.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) this.setTitle(title);
  }

  /** A page wants another window: the app's handler decides, and may say how it looks. */
  #open(url: string, name: string, features: string): void {
    const answer = this.webContents.askToOpen(url, name, features);
    if (answer.action !== 'allow') return;
    const webPreferences = this.#options.webPreferences ?? {};
    const child = new BrowserWindow({ webPreferences, ...answer.overrideBrowserWindowOptions });
    this.webContents.emit('did-create-window', child, { url, frameName: name });
    child.loadURL(toAppUrl(url)).catch(() => {});
  }
}
