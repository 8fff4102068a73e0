import { contextBridge, ipcRenderer } from 'electron';
import { channelOf, receiptOf } from '../shared/contract/channel.ts';
import type { Bridge, CallName, EventName } from '../shared/contract/contract.ts';

/** Put in by the build from `src/shared/contract/contract.ts`, so that no schema library is loaded into the page. */
declare const CUTOVER_CALLS: readonly CallName[];
declare const CUTOVER_EVENTS: readonly EventName[];

const calls = CUTOVER_CALLS.map((name) => [
  name,
  (input: unknown) => ipcRenderer.invoke(channelOf(name), input),
]);

function on(name: EventName, listener: (payload: unknown) => void): () => void {
  if (!CUTOVER_EVENTS.includes(name)) throw new Error(`There is no event ${name}.`);
  const forward = (_event: unknown, payload: unknown) => {
    ipcRenderer.send(receiptOf(name));
    listener(payload);
  };
  ipcRenderer.on(channelOf(name), forward);
  return () => void ipcRenderer.off(channelOf(name), forward);
}

// The names are those of the contract, which the compiler cannot see through `Object.fromEntries`.
contextBridge.exposeInMainWorld('cutover', { ...Object.fromEntries(calls), on } as Bridge);
