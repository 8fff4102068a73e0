import { join } from 'node:path';
import { app, clipboard, type BrowserWindow, type FileFilter } from 'electron';
import { desktopArguments } from './desktop-arguments.ts';
import { elevate } from './elevate.ts';
import { forbiddable } from '../policy/policy-flags.ts';
import { forbiddenBy } from '../policy/policy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import type { GuidePolicy } from '../../shared/contract/guide.ts';
import { startIpcServer, type IpcServer } from './ipc-server.ts';
import { guideMachines } from './guide/guide-machine.ts';
import { Guide } from './guide/guide.ts';
import { handlersFor } from './handlers.ts';
import { openLink } from './open-link.ts';
import { pageAddress } from './page-files.ts';
import { personFiles } from './person-files.ts';
import { printReport } from './print-report.ts';
import { readSettings, writeSettings } from './settings.ts';

export interface OpenGuideOptions {
  readonly args: readonly string[];
  /** The window that is open now; null when none is. */
  readonly window: () => BrowserWindow | null;
  /** Takes the report that is to be printed. */
  readonly setReport: (html: string) => void;
}

/** Makes the guide and the server that its page speaks through. After this the page may be loaded. */
export async function openGuide(
  options: OpenGuideOptions,
): Promise<{ readonly guide: Guide; readonly server: IpcServer }> {
  const { args, window, setReport } = options;
  const { technician, fast, dataFolder } = desktopArguments(args);
  const settingsPath = join(app.getPath('userData'), 'settings.json');
  const guide = new Guide({
    machines: await guideMachines({ fast, dataFolder }),
    technicianMode: technician,
    language: readSettings(settingsPath).language ?? app.getPreferredSystemLanguages()[0] ?? 'en',
    policy: await guidePolicy(),
  });
  rememberLanguage(guide, settingsPath);
  const files = personFiles(window);
  const server = startIpcServer({
    page: pageAddress,
    contents: () => window()?.webContents ?? null,
    onDefect: (error) => console.error(error),
    handlers: handlersFor({
      guide,
      files,
      copy: async (text) => await clipboard.writeText(text),
      print: async (html) => {
        setReport(html);
        return await printReport({
          owner: window(),
          savePdf: async (content) =>
            await files.save({ name: 'cutover-report.pdf', filters: pdfFilter, content }),
        });
      },
      open: openLink,
      elevate: async () =>
        guide.isChanging
          ? { ok: false, problem: { id: 'removalUnderWay' } }
          : await elevate(args, window()),
    }),
  });
  return { guide, server };
}

/** Flags that a policy sets belong to commands; what it forbids holds for the window too. */
async function guidePolicy(): Promise<GuidePolicy> {
  const read = await readPolicy(undefined);
  if (!read.ok) return { forbids: [], broken: read.why };
  return { forbids: forbiddable.filter((each) => forbiddenBy(read.policy, each)), broken: null };
}

const pdfFilter: FileFilter[] = [{ name: 'PDF', extensions: ['pdf'] }];

function rememberLanguage(guide: Guide, settingsPath: string): void {
  let known = guide.snapshot.language;
  guide.onChange(({ language }) => {
    if (language !== known) writeSettings(settingsPath, { language });
    known = language;
  });
}
