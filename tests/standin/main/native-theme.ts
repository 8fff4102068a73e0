import { EventEmitter } from 'node:events';
import type { DevToolsSession } from '../chromium/devtools.ts';

type ThemeSource = 'system' | 'light' | 'dark';

/** Electron's `nativeTheme`: its source decides what `prefers-color-scheme` says in every page. */
class NativeTheme extends EventEmitter {
  #source: ThemeSource = 'system';
  readonly #sessions = new Set<DevToolsSession>();
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;

  get themeSource(): ThemeSource {
    return this.#source;
  }

  set themeSource(source: ThemeSource) {
    this.#source = source;
    for (const session of this.#sessions) {
      this.#emulate(session).catch(() => this.#sessions.delete(session));
    }
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }

  /** For windows: a page that follows from now on. */
  async apply(session: DevToolsSession): Promise<void> {
    this.#sessions.add(session);
    if (this.#source !== 'system') await this.#emulate(session);
  }

  async #emulate(session: DevToolsSession): Promise<void> {
    const scheme = { name: 'prefers-color-scheme', value: this.#source };
    const features = this.#source === 'system' ? [] : [scheme];
    await session.send('Emulation.setEmulatedMedia', { features });
  }
}

export const nativeTheme = new NativeTheme();
