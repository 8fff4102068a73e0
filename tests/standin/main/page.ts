import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { browser, type AttachedPage, type PageSize } from '../chromium/browser.ts';
import type { DevToolsSession } from '../chromium/devtools.ts';
import { injectedScripts } from '../world/injected-scripts.ts';
import type { HostMessage, WorldMessage } from '../world/preload-world.ts';
import { toAppUrl } from './protocol.ts';
import type { WebPreferences } from './web-preferences.ts';

const worldName = 'Electron Isolated Context';

interface Frame {
  readonly id: string;
  readonly parentId?: string;
  readonly url: string;
  readonly urlFragment?: string;
}

/**
 * One page of Chromium with the preload's isolated world in it. Emits `world-message` (WorldMessage),
 * `navigated` (url), `loaded`, `dom-ready`, `open-requested` (url, name, features), `console`, `crashed`.
 */
export class Page extends EventEmitter {
  readonly targetId: string;
  readonly session: DevToolsSession;
  #url = '';
  #frameId: string;
  #worldId: number | undefined;
  readonly #binding = `standin_${randomUUID().replaceAll('-', '')}`;

  private constructor({ targetId, session }: AttachedPage) {
    super();
    this.targetId = targetId;
    this.session = session;
    // Chromium names a page's first frame like its target.
    this.#frameId = targetId;
    this.#listen();
  }

  static async create(size: PageSize): Promise<Page> {
    return new Page(await browser.createPage(size));
  }

  get url(): string {
    return this.#url;
  }

  get mainFrameId(): string {
    return this.#frameId;
  }

  /** Prepares both worlds and lets the page go; `gate` is called while nothing has been requested yet. */
  async start(preferences: WebPreferences, gate: () => Promise<void>): Promise<void> {
    const scripts = injectedScripts({
      channel: randomUUID(),
      binding: this.#binding,
      preload: preferences.preload,
      process: preloadProcess(preferences.additionalArguments ?? []),
    });
    const send = (method: string, params: object) => this.session.send(method, params);
    const add = 'Page.addScriptToEvaluateOnNewDocument';
    // Not awaited one by one: some are answered only after the page was let go.
    await Promise.all([
      send('Page.enable', {}),
      send('Runtime.enable', {}),
      gate(),
      send('Runtime.addBinding', { name: this.#binding, executionContextName: worldName }),
      send(add, { source: scripts.page }),
      send(add, { source: scripts.preload, worldName }),
      send('Runtime.runIfWaitingForDebugger', {}),
    ]);
  }

  /** Reaches the preload of the current document; without one the message is lost, as in Electron. */
  async post(message: HostMessage): Promise<void> {
    if (this.#worldId === undefined) return;
    await this.session.send('Runtime.callFunctionOn', {
      functionDeclaration: `function (text) { globalThis['${this.#binding}:receive'](text); }`,
      executionContextId: this.#worldId,
      arguments: [{ value: JSON.stringify(message) }],
    });
  }

  async close(): Promise<void> {
    await browser.closePage(this.targetId);
  }

  #listen(): void {
    const on = (name: string, listener: (event: never) => void) =>
      this.session.on(name, listener as (event: unknown) => void);
    on('Page.frameNavigated', ({ frame }: { frame: Frame }) => this.#navigated(frame));
    on('Page.navigatedWithinDocument', (event: { frameId: string; url: string }) => {
      if (event.frameId === this.#frameId) this.#url = toAppUrl(event.url);
    });
    on('Page.domContentEventFired', () => this.emit('dom-ready'));
    on('Page.loadEventFired', () => this.emit('loaded'));
    on('Page.windowOpen', (event: { url: string; windowName: string; windowFeatures: string[] }) =>
      this.emit('open-requested', event.url, event.windowName, event.windowFeatures.join()),
    );
    on('Inspector.targetCrashed', () => this.emit('crashed'));
    this.#listenToWorlds(on);
  }

  #listenToWorlds(on: (name: string, listener: (event: never) => void) => void): void {
    on('Runtime.executionContextCreated', ({ context }: { context: ExecutionContext }) => {
      const isOurs = context.name === worldName && context.auxData.frameId === this.#frameId;
      if (isOurs) this.#worldId = context.id;
    });
    on('Runtime.executionContextDestroyed', (event: { executionContextId: number }) => {
      if (event.executionContextId === this.#worldId) this.#worldId = undefined;
    });
    on('Runtime.bindingCalled', (event: BindingCall) => {
      const isOurs = event.name === this.#binding && event.executionContextId === this.#worldId;
      if (isOurs) this.emit('world-message', JSON.parse(event.payload) as WorldMessage);
    });
    on('Runtime.consoleAPICalled', (event: { type: string; args: ConsoleArgument[] }) => {
      const texts = event.args.map(({ value, description }) =>
        typeof value === 'string' ? value : (description ?? JSON.stringify(value)),
      );
      this.emit('console', event.type, texts.join(' '));
    });
  }

  #navigated(frame: Frame): void {
    if (frame.parentId !== undefined) return;
    this.#frameId = frame.id;
    this.#url = toAppUrl(frame.url + (frame.urlFragment ?? ''));
    this.emit('navigated', this.#url);
  }
}

interface ExecutionContext {
  readonly id: number;
  readonly name: string;
  readonly auxData: { readonly frameId: string };
}

interface BindingCall {
  readonly name: string;
  readonly payload: string;
  readonly executionContextId: number;
}

interface ConsoleArgument {
  readonly value?: unknown;
  readonly description?: string;
}

function preloadProcess(additionalArguments: readonly string[]): Readonly<Record<string, unknown>> {
  const { platform, arch, versions } = process;
  return {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform,
    arch,
    versions: { ...versions },
    env: {},
    argv: [process.execPath, ...additionalArguments],
  };
}
