import type { WebContents } from './web-contents.ts';

/** Electron's WebFrameMain for the top frame, the only one in which a preload runs. */
export class WebFrame {
  readonly routingId = 1;
  readonly processId = 1;
  readonly name = '';
  readonly parent = null;
  readonly #contents: WebContents;

  constructor(contents: WebContents) {
    this.#contents = contents;
  }

  /** Of the document that is loaded now, as in Electron: it may have changed since a message was sent. */
  get url(): string {
    return this.#contents.getURL();
  }

  get origin(): string {
    return /^[^:]+:\/\/[^/]*/.exec(this.url)?.[0] ?? 'null';
  }

  get top(): this {
    return this;
  }

  isDestroyed(): boolean {
    return this.#contents.isDestroyed();
  }

  send(channel: string, ...args: unknown[]): void {
    this.#contents.send(channel, ...args);
  }
}
