import type { WorldMessage } from '../world/preload-world.ts';
import { electronEvent } from './electron-event.ts';
import { ipcMain } from './ipc-main.ts';
import type { Page } from './page.ts';
import type { WebContents } from './web-contents.ts';
import { wire } from './wire.ts';

/**
 * Answers the preload's world of one page: messages and calls go to the app's `ipcMain`, and what the world
 * itself needs (a window, a permission, a new title) to the stand-in.
 */
export function serveWorld(page: Page, contents: WebContents): void {
  page.on('world-message', (message: WorldMessage) => {
    const args = wire.decode(message.payload) as unknown[];
    if (message.kind === 'send') deliver(contents, message.channel, args);
    else void answer(page, message.id, resultOf(contents, message, args));
  });
}

function resultOf(
  contents: WebContents,
  { kind, channel }: WorldMessage,
  args: readonly unknown[],
): Promise<unknown> {
  return kind === 'host'
    ? serveHost(contents, channel, args as readonly string[])
    : invoke(contents, channel, args);
}

async function answer(page: Page, id: number, result: Promise<unknown>): Promise<void> {
  await result
    .then((value) => page.post({ kind: 'reply', id, payload: wire.encode(value) }))
    .catch((error: unknown) => page.post({ kind: 'failure', id, message: String(error) }))
    // The page may have gone meanwhile.
    .catch(() => {});
}

function deliver(contents: WebContents, channel: string, args: readonly unknown[]): void {
  const reply = (target: string, ...values: unknown[]) => contents.send(target, ...values);
  const event = { ...ipcEvent(contents), reply };
  contents.emit('ipc-message', event, channel, ...args);
  contents.ipc.emit(channel, event, ...args);
  ipcMain.emit(channel, event, ...args);
}

async function invoke(
  contents: WebContents,
  channel: string,
  args: readonly unknown[],
): Promise<unknown> {
  const handler = contents.ipc.handlerOf(channel) ?? ipcMain.handlerOf(channel);
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const value = await handler(ipcEvent(contents), ...args);
    // A value that cannot cross counts as the handler's failure.
    wire.encode(value);
    return value;
  } catch (error) {
    if (handler) console.error(`Error occurred in handler for '${channel}':`, error);
    throw new RemoteMethodError(`Error invoking remote method '${channel}': ${String(error)}`);
  }
}

async function serveHost(
  contents: WebContents,
  request: string,
  [first = '', name = '', features = '']: readonly string[],
): Promise<void> {
  if (request === 'open') contents.emit('standin-open', first, name, features);
  else if (request === 'title') contents.emit('standin-title', first);
  else await contents.session.permissions.ask(first, { contents, url: contents.getURL() });
}

function ipcEvent(contents: WebContents) {
  const senderFrame = contents.mainFrame;
  const { routingId, processId } = senderFrame;
  const details = { sender: contents, senderFrame, type: 'frame', ports: [] };
  return electronEvent({ ...details, frameId: routingId, processId });
}

/** Its text crosses to the page as it is, without a class name in front. */
class RemoteMethodError extends Error {
  override toString(): string {
    return this.message;
  }
}
