/* oxlint-disable unicorn/consistent-function-scoping -- all of it must be inside the one function that is injected */
import type { makeWireCodec } from './wire-codec.ts';
import type { openWorldBridge } from './world-bridge.ts';

/** What a preload may know about the app it belongs to. */
export interface PreloadSettings {
  readonly channel: string;
  /** Name of the function through which this world reaches Node; only this world has it. */
  readonly binding: string;
  readonly preload: string | undefined;
  readonly process: Readonly<Record<string, unknown>>;
}

/** From the preload's world to Node. */
export interface WorldMessage {
  readonly kind: 'send' | 'invoke' | 'host';
  readonly id: number;
  readonly channel: string;
  readonly payload: string;
}

/** From Node to the preload's world. */
export type HostMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly payload: string }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'message'; readonly channel: string; readonly payload: string };

export type RunPreload = (
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
) => void;

/**
 * Sets up the isolated world of one page and runs the app's preload in it, with the few things a sandboxed
 * preload has: `require('electron')`, a small `process`, and the web's own APIs.
 *
 * The function's own source text is injected into pages, therefore it uses nothing from outside itself.
 */
export function enterPreloadWorld(
  settings: PreloadSettings,
  makeCodec: typeof makeWireCodec,
  openBridge: typeof openWorldBridge,
  runPreload: RunPreload,
): void {
  type Listener = (event: object, ...args: unknown[]) => void;
  interface Subscription {
    readonly listener: Listener;
    readonly once: boolean;
  }
  const scope = globalThis as unknown as Record<string, unknown>;
  const post = scope[settings.binding] as (text: string) => void;
  const codec = makeCodec();
  const bridge = openBridge(settings.channel, 'preload');
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  const subscriptions = new Map<string, Subscription[]>();
  let count = 0;

  function send(kind: WorldMessage['kind'], channel: string, args: readonly unknown[]): number {
    const id = ++count;
    const message: WorldMessage = { kind, id, channel, payload: codec.encode(args) };
    post(JSON.stringify(message));
    return id;
  }

  async function request(kind: 'invoke' | 'host', channel: string, args: readonly unknown[]) {
    const answer = Promise.withResolvers<unknown>();
    open.set(send(kind, channel, args), answer);
    return answer.promise;
  }

  function receive(message: HostMessage): void {
    if (message.kind === 'message') return deliver(message.channel, message.payload);
    const answer = open.get(message.id);
    open.delete(message.id);
    if (message.kind === 'reply') answer?.resolve(codec.decode(message.payload));
    else answer?.reject(new Error(message.message));
  }

  function deliver(channel: string, payload: string): void {
    for (const { listener, once } of subscriptions.get(channel) ?? []) {
      if (once) unsubscribe(channel, listener);
      listener({ sender: ipcRenderer, ports: [] }, ...(codec.decode(payload) as unknown[]));
    }
  }

  function subscribe(channel: string, listener: Listener, once = false) {
    const others = subscriptions.get(channel) ?? [];
    subscriptions.set(channel, [...others, { listener, once }]);
    return ipcRenderer;
  }

  function unsubscribe(channel: string, listener: Listener) {
    const all = subscriptions.get(channel) ?? [];
    const last = all.findLastIndex((subscription) => subscription.listener === listener);
    subscriptions.set(channel, all.toSpliced(last, last < 0 ? 0 : 1));
    return ipcRenderer;
  }

  function notCovered(name: string): () => never {
    return () => {
      throw new Error(`The Electron stand-in does not cover ${name}.`);
    };
  }

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) => request('invoke', channel, args),
    send: (channel: string, ...args: unknown[]) => void send('send', channel, args),
    sendSync: notCovered('ipcRenderer.sendSync'),
    postMessage: notCovered('ipcRenderer.postMessage'),
    sendToHost: notCovered('ipcRenderer.sendToHost'),
    on: (channel: string, listener: Listener) => subscribe(channel, listener),
    addListener: (channel: string, listener: Listener) => subscribe(channel, listener),
    once: (channel: string, listener: Listener) => subscribe(channel, listener, true),
    off: unsubscribe,
    removeListener: unsubscribe,
    removeAllListeners: (channel: string) => {
      subscriptions.delete(channel);
      return ipcRenderer;
    },
    listenerCount: (channel: string) => (subscriptions.get(channel) ?? []).length,
  };
  const electron = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: bridge.expose,
      exposeInIsolatedWorld: notCovered('contextBridge.exposeInIsolatedWorld'),
    },
  };

  function requireModule(name: string): unknown {
    if (/^electron(\/(renderer|common))?$/.test(name)) return electron;
    throw new Error(`module not found: ${name}`);
  }

  let title = '';
  function reportTitle(): void {
    if (document.title === title) return;
    title = document.title;
    send('host', 'title', [title]);
  }

  document.addEventListener('DOMContentLoaded', () => {
    reportTitle();
    const changes = { childList: true, characterData: true, subtree: true };
    new MutationObserver(reportTitle).observe(document.head, changes);
  });
  // Last in the chain, so what the page's own handlers have prevented stays prevented.
  window.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const name = link?.target ?? '';
    if (!link?.href || event.defaultPrevented || /^(_self|_top|_parent)?$/.test(name)) return;
    event.preventDefault();
    send('host', 'open', [link.href, name === '_blank' ? '' : name, '']);
  });
  bridge.provide('open', (...args: never[]) => void send('host', 'open', args));
  bridge.provide('permission', (...args: never[]) => request('host', 'permission', args));
  scope[`${settings.binding}:receive`] = (text: string) => receive(JSON.parse(text) as HostMessage);
  const module = { exports: {} };
  try {
    runPreload(requireModule, module, module.exports, settings.process);
  } catch (error) {
    console.error(`Unable to load preload script: ${settings.preload}`);
    console.error(error);
  }
}
