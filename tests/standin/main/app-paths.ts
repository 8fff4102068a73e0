import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folders that `app.getPath` names, as Electron places them on Linux. */
export function defaultPath(
  name: string,
  appName: string,
  userDataSwitch: string | undefined,
): string {
  const home = homedir();
  const appData = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
  const userData = userDataSwitch ?? join(appData, appName);
  const paths: Readonly<Record<string, string>> = {
    home,
    appData,
    userData,
    sessionData: userData,
    logs: join(userData, 'logs'),
    temp: tmpdir(),
    exe: process.execPath,
    desktop: join(home, 'Desktop'),
    documents: join(home, 'Documents'),
    downloads: join(home, 'Downloads'),
  };
  const path = paths[name];
  if (path === undefined) throw new Error(`Failed to get '${name}' path`);
  return path;
}
