import { browser } from '../chromium/browser.ts';

type RequestHandler = (
  contents: unknown,
  permission: string,
  callback: (isGranted: boolean) => void,
  details: object,
) => void;
type CheckHandler = (
  contents: unknown,
  permission: string,
  requestingOrigin: string,
  details: object,
) => boolean;

/** The page that asks. */
export interface PermissionAsker {
  readonly contents: unknown;
  readonly url: string;
}

// Electron's name of a permission, and Chromium's names of what it unlocks.
const permissions: Readonly<Record<string, readonly object[]>> = {
  geolocation: [{ name: 'geolocation' }],
  notifications: [{ name: 'notifications' }],
  media: [{ name: 'camera' }, { name: 'microphone' }],
  'clipboard-read': [{ name: 'clipboard-read' }],
  midi: [{ name: 'midi', sysex: true }],
  'idle-detection': [{ name: 'idle-detection' }],
};

/**
 * A session's permission handlers. Chromium itself enforces the outcome: its state is set from the check
 * handler before a page loads, and from the request handler when a page asks. Without handlers everything is
 * granted, as in Electron.
 */
export class Permissions {
  #request: RequestHandler | null = null;
  #check: CheckHandler | null = null;
  #lastAsker: PermissionAsker | undefined;

  setRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler;
  }

  setCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler;
    if (this.#lastAsker) void this.applyChecks(this.#lastAsker);
  }

  /** Called before a document of the main frame loads. */
  async applyChecks(asker: PermissionAsker): Promise<void> {
    this.#lastAsker = asker;
    await Promise.all(
      Object.keys(permissions).map((name) => setState(name, this.#isAllowed(name, asker))),
    );
  }

  /** Called when a page is about to ask for a permission; returns once Chromium has the answer. */
  async ask(name: string, asker: PermissionAsker): Promise<void> {
    await setState(name, await this.#isGranted(name, asker));
  }

  #isAllowed(name: string, { contents, url }: PermissionAsker): boolean {
    const details = { isMainFrame: true, requestingUrl: url, embeddingOrigin: originOf(url) };
    return this.#check?.(contents, name, originOf(url), details) ?? true;
  }

  #isGranted(name: string, { contents, url }: PermissionAsker): Promise<boolean> {
    const request = this.#request;
    if (!request) return Promise.resolve(true);
    const details = { isMainFrame: true, requestingUrl: url };
    return new Promise((resolve) => request(contents, name, resolve, details));
  }
}

async function setState(name: string, isGranted: boolean): Promise<void> {
  const devtools = await browser.start();
  const setting = isGranted ? 'granted' : 'denied';
  const descriptors = permissions[name] ?? [];
  await Promise.all(
    descriptors.map((permission) =>
      devtools.send('Browser.setPermission', { permission, setting }),
    ),
  );
}

function originOf(url: string): string {
  const match = /^[^:]+:\/\/[^/]*/.exec(url);
  return `${match?.[0] ?? ''}/`;
}
