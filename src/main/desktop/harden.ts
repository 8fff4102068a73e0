import { app, protocol, session, type WebContents } from 'electron';
import { isKnownLink } from './links.ts';
import { openLink } from './open-link.ts';
import { pageScheme, servePageFile, type PageFiles } from './page-files.ts';

/** Has to be called before the app is ready: the scheme's rights and the sandbox are fixed then. */
export function hardenEarly(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true } },
  ]);
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => guard(contents));
}

/** Refuses every permission and every request that is not for a file of the page. */
export function hardenSession(files: PageFiles): void {
  const { defaultSession } = session;
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
