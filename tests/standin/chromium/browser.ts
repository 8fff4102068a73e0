import { EventEmitter } from 'node:events';
import type { DevTools, DevToolsSession } from './devtools.ts';
import { startChromium } from './start-chromium.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A page that is held before its first request until `Runtime.runIfWaitingForDebugger` lets it go. */
export interface AttachedPage {
  readonly targetId: string;
  readonly session: DevToolsSession;
}

interface AttachedEvent {
  readonly sessionId: string;
  readonly targetInfo: { readonly targetId: string };
}

interface Creation {
  readonly targetId: Promise<string>;
  readonly own: (page: AttachedPage) => void;
}

/**
 * The one Chromium behind all windows. Emits `popup` (AttachedPage) for a page that another page opened, and
 * `page-gone` (targetId).
 */
class Browser extends EventEmitter {
  readonly switches = new Map<string, string>();
  #starting: Promise<DevTools> | undefined;
  #creation: Promise<unknown> = Promise.resolve();
  #creating: Creation | undefined;

  /** Starts Chromium once; later calls return the same one. */
  start(debuggingPort?: string): Promise<DevTools> {
    this.#starting ??= this.#start(debuggingPort);
    return this.#starting;
  }

  /** One page at a time, because Chromium reports a new page before it answers who asked for it. */
  createPage(size: PageSize): Promise<AttachedPage> {
    const created = this.#creation.then(() => this.#createPage(size));
    this.#creation = created.catch(() => {});
    return created;
  }

  async closePage(targetId: string): Promise<void> {
    const devtools = await this.start();
    await devtools.send('Target.closeTarget', { targetId });
  }

  async #start(debuggingPort: string | undefined): Promise<DevTools> {
    const { devtools, endpoint } = await startChromium({ debuggingPort, switches: this.switches });
    devtools.on(
      'Target.attachedToTarget',
      (event: AttachedEvent) => void this.#attached(devtools, event),
    );
    devtools.on('Target.targetDestroyed', ({ targetId }: { targetId: string }) =>
      this.emit('page-gone', targetId),
    );
    devtools.on('close', () => {
      console.error('Chromium has ended, so the app ends too.');
      process.exit(1);
    });
    const { product } = await devtools.send<{ product: string }>('Browser.getVersion');
    Object.assign(process.versions, { chrome: product.replace(/^.*\//, '') });
    await devtools.send('Target.setDiscoverTargets', { discover: true });
    await devtools.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }],
    });
    if (endpoint !== undefined) process.stderr.write(`DevTools listening on ${endpoint}\n`);
    return devtools;
  }

  async #createPage({ width, height }: PageSize): Promise<AttachedPage> {
    const devtools = await this.start();
    const target = { url: 'about:blank', newWindow: true, width, height };
    const creating = devtools.send<{ targetId: string }>('Target.createTarget', target);
    const attached = new Promise<AttachedPage>((own) => {
      this.#creating = { targetId: creating.then(({ targetId }) => targetId), own };
    });
    await creating;
    const page = await attached;
    this.#creating = undefined;
    return page;
  }

  // Whose page it is shows when the creation in flight, if there is one, has named its own.
  async #attached(devtools: DevTools, event: AttachedEvent): Promise<void> {
    const { targetId } = event.targetInfo;
    const page = { targetId, session: devtools.session(event.sessionId) };
    const creating = this.#creating;
    const ownId = await creating?.targetId.catch(() => undefined);
    if (ownId === targetId) creating?.own(page);
    else this.emit('popup', page);
  }
}

export const browser = new Browser();
