import { BrowserWindow } from 'electron';
import type { Reply } from '../../shared/contract.ts';
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
    return { ok: false, message: `The report was not printed: ${reason}. Save it instead.` };
  } catch (error) {
    const { message } = error as Error;
    return { ok: false, message: `The report was not printed: ${message}. Save it instead.` };
  } finally {
    window.destroy();
  }
}

/** Why it failed; empty when it did not. */
async function printed(window: BrowserWindow): Promise<string> {
  return await new Promise((resolve) =>
    window.webContents.print({}, (success, reason) => resolve(success ? '' : reason)),
  );
}
