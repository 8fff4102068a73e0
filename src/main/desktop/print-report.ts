import { BrowserWindow } from 'electron';
import type { Reply } from '../../shared/contract/contract.ts';
import { reportAddress } from './page-files.ts';

/** Shows the system's print dialogue for the report, which is loaded into a window that nobody sees. */
export async function printReport(): Promise<Reply<null>> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  try {
    await window.loadURL(reportAddress);
    const reason = await printed(window);
    if (reason === '' || reason === 'Print job canceled') return { ok: true, value: null };
    return notPrinted(reason);
  } catch (error) {
    return notPrinted((error as Error).message);
  } finally {
    window.destroy();
  }
}

function notPrinted(detail: string): Reply<null> {
  return { ok: false, problem: { id: 'notPrinted', detail } };
}

/** Why it failed; empty when it did not. */
async function printed(window: BrowserWindow): Promise<string> {
  return await new Promise((resolve) =>
    window.webContents.print({}, (success, reason) => resolve(success ? '' : reason)),
  );
}
