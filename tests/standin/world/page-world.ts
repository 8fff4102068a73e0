/* oxlint-disable unicorn/consistent-function-scoping -- all of it must be inside the one function that is injected */
import type { openWorldBridge } from './world-bridge.ts';

/**
 * What the stand-in changes in the page's own world before any script of the page: `window.open` and the
 * calls that ask for a permission go through the app's handlers first. Chromium refuses both by itself when
 * a page finds a way around these.
 *
 * The function's own source text is injected into pages, therefore it uses nothing from outside itself.
 */
export function enterPageWorld(channel: string, openBridge: typeof openWorldBridge): void {
  const bridge = openBridge(channel, 'page');
  const scope = globalThis as unknown as Record<string, { prototype: object } | undefined>;

  window.open = (url = '', name = '', features = '') => {
    const target = new URL(url, document.baseURI).href;
    bridge.call('open', [target, name, features]);
    return null;
  };

  // permission, owner, method
  const promising: readonly (readonly [string, object | undefined, string])[] = [
    ['notifications', scope['Notification'], 'requestPermission'],
    ['clipboard-read', scope['Clipboard']?.prototype, 'read'],
    ['clipboard-read', scope['Clipboard']?.prototype, 'readText'],
    ['media', scope['MediaDevices']?.prototype, 'getUserMedia'],
    ['midi', scope['Navigator']?.prototype, 'requestMIDIAccess'],
  ];
  for (const [permission, owner, method] of promising) {
    replace(owner, method, async (original, self, args) => {
      await bridge.call('permission', [permission]);
      return original.apply(self, args);
    });
  }
  for (const method of ['getCurrentPosition', 'watchPosition']) {
    replace(scope['Geolocation']?.prototype, method, (original, self, args) => {
      const asked = bridge.call('permission', ['geolocation']) as Promise<void>;
      void asked.then(() => original.apply(self, args));
      return 0;
    });
  }

  type Method = (...args: unknown[]) => unknown;
  function replace(
    owner: object | undefined,
    name: string,
    run: (original: Method, self: unknown, args: unknown[]) => unknown,
  ): void {
    if (!owner) return;
    const methods = owner as Record<string, Method>;
    const original = methods[name];
    if (!original) return;
    methods[name] = function replaced(this: unknown, ...args: unknown[]) {
      return run(original, this, args);
    };
  }
}
