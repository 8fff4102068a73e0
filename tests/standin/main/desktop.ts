import { BrowserWindow } from './browser-window.ts';
import { recordCall } from './recorded-calls.ts';

/** Nobody answers a dialog here: each is recorded and comes back as cancelled. */
export const dialog = {
  showOpenDialog: recorded('dialog.showOpenDialog', { canceled: true, filePaths: [] }),
  showSaveDialog: recorded('dialog.showSaveDialog', { canceled: true, filePath: '' }),
  showMessageBox: recorded('dialog.showMessageBox', { response: 0, checkboxChecked: false }),
  showErrorBox: (title: string, content: string) =>
    recordCall('dialog.showErrorBox', [title, content]),
};

/** Nothing is opened or moved: each call is recorded and succeeds. */
export const shell = {
  openExternal: recorded('shell.openExternal', undefined),
  openPath: recorded('shell.openPath', ''),
  trashItem: recorded('shell.trashItem', undefined),
  showItemInFolder: (path: string) => recordCall('shell.showItemInFolder', [path]),
  beep: () => recordCall('shell.beep', []),
};

let clipboardText = '';

/** A clipboard of the app's own; the machine's is not touched. */
export const clipboard = {
  readText: () => clipboardText,
  writeText: (text: string) => {
    clipboardText = text;
  },
};

const display = {
  id: 1,
  scaleFactor: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1080 },
};

/** One display of fixed size. */
export const screen = {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
};

function recorded<Answer>(name: string, answer: Answer): (...args: unknown[]) => Promise<Answer> {
  return async (...args) => {
    const plain = args.filter((argument) => !(argument instanceof BrowserWindow));
    recordCall(name, plain);
    return structuredClone(answer);
  };
}
