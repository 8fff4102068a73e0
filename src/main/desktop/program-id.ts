import { join } from 'node:path';
import { app } from 'electron';

/** The one of the packages, `build/electron-builder.config.ts`: the taskbar joins a window and a shortcut by it. */
const programId = 'org.cutover.desktop';

/** To be called before anything of Chromium is written: out of a checkout the window does not share the installed one's data. */
export function beKnown(): void {
  app.setAppUserModelId(programId);
  if (!app.isPackaged && !app.commandLine.hasSwitch('user-data-dir'))
    app.setPath('userData', join(app.getPath('appData'), 'Cutover, development'));
}
