import { app } from './app.ts';

export type ProtocolHandler = (request: Request) => Response | Promise<Response>;

interface Privileges {
  readonly standard?: boolean;
  readonly secure?: boolean;
  readonly supportFetchAPI?: boolean;
}

interface CustomScheme {
  readonly scheme: string;
  readonly privileges?: Privileges;
}

/** Electron's `protocol`, for schemes registered as standard and secure. */
class Protocol {
  readonly #privileges = new Map<string, Privileges>();
  readonly #handlers = new Map<string, ProtocolHandler>();

  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    if (app.isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme, privileges } of schemes) this.#privileges.set(scheme, privileges ?? {});
  }

  handle(scheme: string, handler: ProtocolHandler): void {
    const privileges = this.#privileges.get(scheme);
    if (!privileges?.standard || !privileges.secure) {
      throw new Error(
        `The Electron stand-in handles ${scheme}: only when it is registered as standard and secure.`,
      );
    }
    if (this.#handlers.has(scheme)) throw new Error(`The scheme has been intercepted: ${scheme}`);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.#handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  /** For the request gate. */
  handlerFor(url: string): ProtocolHandler | undefined {
    return this.#handlers.get(schemeOf(url));
  }

  /** For the request gate: without this privilege a page cannot fetch from the scheme. */
  supportsFetch(url: string): boolean {
    return this.#privileges.get(schemeOf(url))?.supportFetchAPI === true;
  }
}

export const protocol = new Protocol();

/**
 * The address under which Chromium knows a page. It refuses to open a scheme that it was not built with, so
 * `app://bundle/x` travels as `https://bundle.app.localhost/x`; nothing leaves the machine.
 */
export function toChromiumUrl(url: string): string {
  const { protocol: scheme, host, pathname, search, hash, href } = new URL(url);
  if (!protocol.handlerFor(url)) return href;
  return `https://${host}.${scheme.slice(0, -1)}.localhost${pathname || '/'}${search}${hash}`;
}

/** The address as the app knows it: the inverse of `toChromiumUrl`. */
export function toAppUrl(url: string): string {
  const match = /^https:\/\/([^/]+)\.([a-z][a-z0-9+-]*)\.localhost(\/.*)?$/s.exec(url);
  const [, host, scheme, rest = '/'] = match ?? [];
  const isHandled = scheme !== undefined && protocol.isProtocolHandled(scheme);
  return isHandled ? `${scheme}://${host}${rest}` : url;
}

function schemeOf(url: string): string {
  return url.slice(0, url.indexOf(':'));
}
