import { app, protocol, session, type WebContents } from 'electron';
import { isKnownLink } from './links.ts';
import { openLink } from './open-link.ts';
import { pageScheme, servePageFile, type PageFiles } from './page-files.ts';

/**
 * Has to be called before the app is ready: the scheme's rights, the sandbox and Chromium's switches are fixed then. The
 * pages stand still and need no graphics card, whose drivers are what fails first on servers and half-broken computers.
 */
export function hardenEarly(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
  app.enableSandbox();
  app.disableHardwareAcceleration();
  for (const [name, value] of withoutNetwork) app.commandLine.appendSwitch(name, value);
  app.on('web-contents-created', (_event, contents) => guard(contents));
}

/**
 * Chromium asks for names, dictionaries and lists of its own past every filter of a session; so no name is ever found.
 * Source: Electron, "Supported command line switches"; Chromium, `network_switches.cc` and `content_switches.cc`.
 */
const withoutNetwork = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server', ''],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
] as const;

/** Refuses every permission and every request that is not for a file of the page. */
export function hardenSession(files: PageFiles): void {
  const { defaultSession } = session;
  // Its dictionaries come from the network.
  defaultSession.setSpellCheckerEnabled(false);
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !url.startsWith(`${pageScheme}://`) });
  });
  protocol.handle(pageScheme, async (request) => await servePageFile(files, request.url));
}

/** Whatever page appears in whatever way: it stays where it is and opens nothing. */
function guard(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isKnownLink(url)) void openLink(url);
    return { action: 'deny' };
  });
}
