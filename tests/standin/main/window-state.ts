import { EventEmitter } from 'node:events';
import { recordCall } from './recorded-calls.ts';

export interface WindowOptions {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly title?: string;
  readonly show?: boolean;
  readonly webPreferences?: object;
}

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The part of a window that nobody sees here: the stand-in's Chromium draws without a screen, so place, title
 * and visibility are remembered and reported, not shown.
 */
export class WindowState extends EventEmitter {
  #title: string;
  #bounds: Bounds;
  #minimum: readonly [number, number];
  #isVisible: boolean;
  #isFocused: boolean;
  #size: 'normal' | 'minimized' | 'maximized' = 'normal';

  constructor(options: WindowOptions, appName: string) {
    super();
    const { x = 0, y = 0, width = 800, height = 600, minWidth = 0, minHeight = 0 } = options;
    this.#title = options.title ?? appName;
    this.#bounds = { x, y, width, height };
    this.#minimum = [minWidth, minHeight];
    this.#isVisible = options.show !== false;
    this.#isFocused = this.#isVisible;
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getBounds(): Bounds {
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<Bounds>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('resize');
  }

  getSize(): [number, number] {
    return [this.#bounds.width, this.#bounds.height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getMinimumSize(): readonly [number, number] {
    return this.#minimum;
  }

  setMinimumSize(width: number, height: number): void {
    this.#minimum = [width, height];
  }

  show(): void {
    this.#isVisible = true;
    this.emit('show');
    this.focus();
  }

  showInactive(): void {
    this.#isVisible = true;
    this.emit('show');
  }

  hide(): void {
    this.#isVisible = false;
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  focus(): void {
    this.#isFocused = true;
    this.emit('focus');
  }

  blur(): void {
    this.#isFocused = false;
    this.emit('blur');
  }

  isFocused(): boolean {
    return this.#isFocused;
  }

  minimize(): void {
    this.#size = 'minimized';
    this.emit('minimize');
  }

  maximize(): void {
    this.#size = 'maximized';
    this.emit('maximize');
  }

  unmaximize(): void {
    this.#size = 'normal';
    this.emit('unmaximize');
  }

  restore(): void {
    this.#size = 'normal';
    this.emit('restore');
  }

  isMinimized(): boolean {
    return this.#size === 'minimized';
  }

  isMaximized(): boolean {
    return this.#size === 'maximized';
  }

  /** As many bytes as a handle of a 64-bit system has; it names no window of anybody's. */
  getNativeWindowHandle(): Buffer {
    return Buffer.alloc(8, 1);
  }

  center(): void {}

  setMenu(): void {}

  removeMenu(): void {}

  setMenuBarVisibility(): void {}

  setAutoHideMenuBar(): void {}

  setBackgroundColor(): void {}

  setContentProtection(): void {}

  setProgressBar(fraction: number): void {
    recordCall('window.setProgressBar', [fraction]);
  }

  setOverlayIcon(): void {}

  setIcon(): void {}

  flashFrame(): void {}
}
