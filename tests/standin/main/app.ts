import { EventEmitter } from 'node:events';
import type { AppManifest } from '../app-manifest.ts';
import { browser } from '../chromium/browser.ts';
import { defaultPath } from './app-paths.ts';
import { electronEvent } from './electron-event.ts';
import { openWindows } from './open-windows.ts';
import { recordCall } from './recorded-calls.ts';
import { SingleInstanceLock } from './single-instance-lock.ts';

type Handover = readonly [argv: readonly string[], folder: string, data: unknown];

/** Where the app lies that is inside the program, so that no argument names it. */
export const packagedApp = process.env['STANDIN_PACKAGED'];

/** Electron's `app`: start, order of quitting, paths, single instance. */
class App extends EventEmitter {
  name = 'Electron';
  readonly isPackaged = packagedApp !== undefined;
  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void browser.switches.set(name, value),
    hasSwitch: (name: string) => browser.switches.has(name),
    getSwitchValue: (name: string) => browser.switches.get(name) ?? '',
    removeSwitch: (name: string) => void browser.switches.delete(name),
  };
  readonly #ready = Promise.withResolvers<void>();
  readonly #paths = new Map<string, string>();
  readonly #keepAlive = setInterval(() => {}, 0x7fff_ffff);
  #manifest: AppManifest | undefined;
  #isReady = false;
  #isQuitting = false;
  #lock: SingleInstanceLock | undefined;

  /** For the launcher. */
  useManifest(manifest: AppManifest): void {
    this.#manifest = manifest;
    this.name = manifest.name;
  }

  /** For the launcher. */
  useSwitches(switches: readonly (readonly [name: string, value: string])[]): void {
    for (const [name, value] of switches) browser.switches.set(name, value);
  }

  /** For the launcher, once the main module has been evaluated. */
  becomeReady(): void {
    this.#isReady = true;
    this.#ready.resolve();
    this.emit('ready', electronEvent({}), {});
  }

  /** For windows: the last one is gone. */
  allWindowsClosed(): void {
    if (this.#isQuitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    return this.#manifest?.version ?? '0.0.0';
  }

  getAppPath(): string {
    return this.#manifest?.folder ?? process.cwd();
  }

  getPath(name: string): string {
    const userData = browser.switches.get('user-data-dir');
    return this.#paths.get(name) ?? defaultPath(name, this.name, userData);
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  getLocale(): string {
    return 'en-US';
  }

  getPreferredSystemLanguages(): string[] {
    return ['en-US'];
  }

  /** Every window of the stand-in is required to be sandboxed already. */
  enableSandbox(): void {
    if (this.#isReady)
      throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  disableHardwareAcceleration(): void {
    if (this.#isReady) {
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
    }
    recordCall('app.disableHardwareAcceleration', []);
  }

  setAppUserModelId(id: string): void {
    recordCall('app.setAppUserModelId', [id]);
  }

  setAboutPanelOptions(): void {}

  focus(): void {}

  requestSingleInstanceLock(data: unknown = {}): boolean {
    this.#lock ??= new SingleInstanceLock(this.getPath('userData'));
    const handover: Handover = [process.argv, process.cwd(), data];
    return this.#lock.acquire(handover, (message) => {
      const [argv, folder, itsData] = message as Handover;
      this.emit('second-instance', electronEvent({}), argv, folder, itsData);
    });
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock?.isHeld ?? false;
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release();
  }

  quit(): void {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    setImmediate(() => void this.#quit());
  }

  /** Ends at once: neither `before-quit` nor a window's `close` is asked. */
  exit(code = 0): void {
    this.emit('quit', electronEvent({}), code);
    clearInterval(this.#keepAlive);
    process.exit(code);
  }

  async #quit(): Promise<void> {
    this.#isQuitting = !this.#isRefused('before-quit') && this.#closeWindows();
    if (!this.#isQuitting) return;
    await Promise.all([...openWindows].map((window) => window.closed));
    this.#isQuitting = !this.#isRefused('will-quit');
    if (this.#isQuitting) this.exit(Number(process.exitCode ?? 0));
  }

  #closeWindows(): boolean {
    return [...openWindows].every((window) => {
      window.close();
      return window.isClosing();
    });
  }

  #isRefused(name: 'before-quit' | 'will-quit'): boolean {
    const event = electronEvent({});
    this.emit(name, event);
    return event.defaultPrevented;
  }
}

export const app = new App();
