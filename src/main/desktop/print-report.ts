import { BrowserWindow } from 'electron';
import type { Reply } from '../../shared/contract/contract.ts';
import { reportAddress } from './page-files.ts';

export interface PrintOptions {
  /** The window that the dialogue belongs to; null when none is open. */
  readonly owner: BrowserWindow | null;
  /** Offers the report as a file where it cannot be printed. */
  readonly savePdf: (pdf: Uint8Array) => Promise<Reply<{ readonly savedTo: string | null }>>;
}

/** Shows the system's print dialogue for the report, which is loaded into a window that nobody sees. */
export async function printReport({ owner, savePdf }: PrintOptions): Promise<Reply<null>> {
  const window = new BrowserWindow({
    show: false,
    // Else the dialogue of the system may open behind the guide.
    ...(owner === null ? {} : { parent: owner }),
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(reportAddress);
    const reason = await printed(window);
    if (reason === '' || reason === 'Print job canceled') return { ok: true, value: null };
    return await instead(reason, await window.webContents.printToPDF({}), savePdf);
  } catch (error) {
    return notPrinted((error as Error).message);
  } finally {
    window.destroy();
  }
}

/** Where there is no printer there is no dialogue either, not even one to print into a file. */
async function instead(
  reason: string,
  pdf: Uint8Array,
  save: PrintOptions['savePdf'],
): Promise<Reply<null>> {
  const saved = await save(pdf);
  if (!saved.ok) return saved;
  return saved.value.savedTo === null ? notPrinted(reason) : { ok: true, value: null };
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
