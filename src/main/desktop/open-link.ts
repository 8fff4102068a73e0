import { shell } from 'electron';
import type { Reply } from '../../shared/contract/contract.ts';
import { openAsPerson } from '../machine/open-machine.ts';

/**
 * Opens an address of ours in the person's own browser, never with more rights than the person has at the desktop. Where
 * that does not work, the answer carries the address, for the person to open it.
 */
export async function openLink(address: string): Promise<Reply<null>> {
  const opened = (await openAsPerson(address)) ?? (await openUsually(address));
  return opened
    ? { ok: true, value: null }
    : { ok: false, problem: { id: 'linkNotOpened', detail: address } };
}

async function openUsually(address: string): Promise<boolean> {
  try {
    await shell.openExternal(address);
    return true;
  } catch {
    return false;
  }
}
