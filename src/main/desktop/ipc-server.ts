import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import { channelOf, receiptOf } from '../../shared/contract/channel.ts';
import {
  callNames,
  contract,
  type CallName,
  type InputOf,
  type OutputOf,
  type PayloadOf,
  type Reply,
} from '../../shared/contract/contract.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { EventFeed } from './event-feed.ts';

/** The engine's answer to each call; a failure is data, a throw is a defect. */
export type Handlers = {
  readonly [Name in CallName]: (input: InputOf<Name>) => Promise<Reply<OutputOf<Name>>>;
};

export interface IpcServerOptions {
  readonly handlers: Handlers;
  /** The only page that is answered. */
  readonly page: string;
  /** The page of the window that is open now; null when none is. */
  readonly contents: () => WebContents | null;
  readonly onDefect: (error: unknown) => void;
}

export interface IpcServer {
  /** Tells the window; the newest is what counts, and a slow window gets fewer. */
  readonly changed: (snapshot: PayloadOf<'changed'>) => void;
}

/**
 * The only user of Electron's IPC on this side. Before a handler runs, the sender has to be the top frame of our
 * window with our page in it, and the input has to be what the contract says.
 */
export function startIpcServer(options: IpcServerOptions): IpcServer {
  for (const name of callNames)
    ipcMain.handle(channelOf(name), async (event, input: unknown) => {
      if (!isOurPage(event, options)) return refused({ id: 'notOurWindow' });
      return await answer(name, input, options);
    });
  const feed = new EventFeed<PayloadOf<'changed'>>((snapshot) => {
    const contents = options.contents();
    if (contents === null || contents.isDestroyed()) return false;
    contents.send(channelOf('changed'), snapshot);
    return true;
  });
  ipcMain.on(receiptOf('changed'), (event) => {
    if (isOurPage(event, options)) feed.received();
  });
  return { changed: (snapshot) => feed.offer(snapshot) };
}

function isOurPage(
  { senderFrame, sender }: IpcMainEvent | IpcMainInvokeEvent,
  { page, contents }: IpcServerOptions,
): boolean {
  const isOurWindow = sender === contents();
  return (
    isOurWindow &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    isPage(senderFrame.url, page)
  );
}

/** A fragment is still the same page. */
function isPage(url: string, page: string): boolean {
  return url === page || url.startsWith(`${page}#`);
}

async function answer(
  name: CallName,
  input: unknown,
  { handlers, onDefect }: IpcServerOptions,
): Promise<Reply<unknown>> {
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success)
    return refused({ id: 'wrongInput', detail: `${name}: ${z.prettifyError(parsed.error)}` });
  // The schema belongs to the same line of the contract as the handler; the compiler cannot follow that.
  const handler = handlers[name] as (input: unknown) => Promise<Reply<unknown>>;
  try {
    return await handler(parsed.data);
  } catch (error) {
    onDefect(error);
    // What was thrown may name paths of the person; it goes where defects are noted, not to the page.
    return refused({ id: 'defect', detail: null });
  }
}

function refused(problem: Problem): Reply<never> {
  return { ok: false, problem };
}
