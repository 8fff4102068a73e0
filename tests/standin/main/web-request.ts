/** What a listener is told about a request. */
export interface RequestDetails {
  readonly id: string;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly webContentsId: number;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly responseHeaders?: HeaderLists;
  readonly statusCode?: number;
}

export type HeaderLists = Readonly<Record<string, string | readonly string[]>>;

export interface WebRequestAnswer {
  readonly cancel?: boolean;
  readonly redirectURL?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly responseHeaders?: HeaderLists;
}

type Listener = (details: object, callback: (answer: WebRequestAnswer) => void) => void;
type Stage = 'before-request' | 'before-send-headers' | 'headers-received';

interface Filter {
  readonly urls?: readonly string[];
  readonly types?: readonly string[];
}

/** Electron's `webRequest`: one listener for each stage, the last one set counts. */
export class WebRequest {
  readonly #listeners = new Map<Stage, { readonly filter: Filter; readonly listener: Listener }>();

  onBeforeRequest(...args: readonly (Filter | Listener | null)[]): void {
    this.#set('before-request', args);
  }

  onBeforeSendHeaders(...args: readonly (Filter | Listener | null)[]): void {
    this.#set('before-send-headers', args);
  }

  onHeadersReceived(...args: readonly (Filter | Listener | null)[]): void {
    this.#set('headers-received', args);
  }

  /** For the request gate: asks the listener of a stage, if one is set for such a request. */
  ask(stage: Stage, details: RequestDetails): Promise<WebRequestAnswer> {
    const set = this.#listeners.get(stage);
    if (!set || !matches(set.filter, details)) return Promise.resolve({});
    return new Promise((resolve) => set.listener(details, resolve));
  }

  #set(stage: Stage, args: readonly (Filter | Listener | null)[]): void {
    const listener = args.find((argument) => typeof argument === 'function');
    const filter = args.find((argument) => typeof argument === 'object' && argument !== null);
    if (listener) this.#listeners.set(stage, { filter: filter ?? {}, listener });
    else this.#listeners.delete(stage);
  }
}

function matches({ urls = ['<all_urls>'], types }: Filter, details: RequestDetails): boolean {
  if (types && !types.includes(details.resourceType)) return false;
  return urls.some((pattern) => matchesPattern(pattern, details.url));
}

function matchesPattern(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true;
  const literal = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  const source = literal.replace(/^\*:/, '(https?|wss?):').replaceAll('*', '.*');
  return new RegExp(`^${source}$`).test(url);
}
