import type { DevToolsSession } from '../chromium/devtools.ts';
import { electronEvent } from './electron-event.ts';
import { protocol, toAppUrl, toChromiumUrl } from './protocol.ts';
import { session } from './session.ts';
import type { HeaderLists } from './web-request.ts';

/** The window whose requests pass the gate. */
export interface GatedPage {
  readonly id: number;
  readonly session: DevToolsSession;
  readonly mainFrameId: () => string;
  readonly currentUrl: () => string;
  /** True once, for the address that the app itself asked this window to load. */
  readonly isOwnLoad: (url: string) => boolean;
  readonly emit: (name: string, event: object, ...args: unknown[]) => unknown;
  readonly contents: unknown;
}

interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly responseStatusCode?: number;
  readonly responseErrorReason?: string;
  readonly responseHeaders?: readonly HeaderEntry[];
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
  };
}

interface HeaderEntry {
  readonly name: string;
  readonly value: string;
}

const resourceTypes: Readonly<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
};

/**
 * Holds every request of a page until the app has decided: `will-navigate` for documents, then webRequest,
 * then the handler of a custom scheme.
 */
export async function openRequestGate(page: GatedPage): Promise<void> {
  page.session.on('Fetch.requestPaused', (request: PausedRequest) => {
    // A page that is gone takes its open requests with it.
    passageOf(request)(page, request).catch(() => {});
  });
  await page.session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

function passageOf({ responseStatusCode, responseErrorReason }: PausedRequest) {
  if (responseErrorReason !== undefined) return letPass;
  return responseStatusCode === undefined ? pass : passResponse;
}

function letPass(page: GatedPage, { requestId }: PausedRequest): Promise<unknown> {
  return page.session.send('Fetch.continueRequest', { requestId });
}

async function pass(page: GatedPage, paused: PausedRequest): Promise<unknown> {
  const url = toAppUrl(paused.request.url);
  if (isRefusedNavigation(page, paused, url)) return fail(page, paused, 'Aborted');
  if (isMainDocument(page, paused)) {
    await session.defaultSession.permissions.applyChecks({ contents: page.contents, url });
  }
  const details = describe(page, paused, url);
  const answer = await session.defaultSession.webRequest.ask('before-request', details);
  if (answer.cancel) return fail(page, paused, 'BlockedByClient');
  if (answer.redirectURL !== undefined) return redirect(page, paused, answer.redirectURL);
  return protocol.handlerFor(url) ? serve(page, paused, url) : goOn(page, paused, details);
}

function isMainDocument(page: GatedPage, paused: PausedRequest): boolean {
  return paused.resourceType === 'Document' && paused.frameId === page.mainFrameId();
}

/** A reload is not a navigation away, so an unchanged address passes. */
function isRefusedNavigation(page: GatedPage, paused: PausedRequest, url: string): boolean {
  if (paused.resourceType !== 'Document') return false;
  const isMainFrame = isMainDocument(page, paused);
  const isRedirect = paused.redirectedRequestId !== undefined;
  if (isMainFrame && !isRedirect && (page.isOwnLoad(url) || url === page.currentUrl()))
    return false;
  const details = { url, isMainFrame, isSameDocument: false };
  if (isRedirect) return isPrevented(page, 'will-redirect', details);
  const isRefused = isPrevented(page, 'will-frame-navigate', details);
  return isRefused || (isMainFrame && isPrevented(page, 'will-navigate', details));
}

function isPrevented(page: GatedPage, name: string, details: { readonly url: string }): boolean {
  const event = electronEvent(details);
  page.emit(name, event, details.url);
  return event.defaultPrevented;
}

function describe(page: GatedPage, paused: PausedRequest, url: string) {
  const document = isMainDocument(page, paused) ? 'mainFrame' : 'subFrame';
  const { resourceType } = paused;
  return {
    id: paused.requestId,
    url,
    method: paused.request.method,
    resourceType: resourceType === 'Document' ? document : (resourceTypes[resourceType] ?? 'other'),
    webContentsId: page.id,
  };
}

async function serve(page: GatedPage, paused: PausedRequest, url: string): Promise<unknown> {
  const isFetch = resourceTypes[paused.resourceType] === 'xhr';
  if (isFetch && !protocol.supportsFetch(url)) return fail(page, paused, 'Failed');
  const { method, headers, postData } = paused.request;
  const request = new Request(url, { method, headers, body: postData ?? null });
  try {
    const response = await protocol.handlerFor(url)?.(request);
    if (!response) throw new TypeError(`The handler of ${url} returned no response.`);
    return await page.session.send('Fetch.fulfillRequest', {
      requestId: paused.requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  } catch (error) {
    console.error(error);
    return fail(page, paused, 'Failed');
  }
}

async function goOn(page: GatedPage, paused: PausedRequest, details: ReturnType<typeof describe>) {
  const { webRequest } = session.defaultSession;
  const requestHeaders = paused.request.headers;
  const answer = await webRequest.ask('before-send-headers', { ...details, requestHeaders });
  if (answer.cancel) return fail(page, paused, 'BlockedByClient');
  return page.session.send('Fetch.continueRequest', {
    requestId: paused.requestId,
    interceptResponse: /^https?:/.test(details.url),
    ...(answer.requestHeaders && { headers: headerEntries(answer.requestHeaders) }),
  });
}

async function passResponse(page: GatedPage, paused: PausedRequest): Promise<unknown> {
  const { webRequest } = session.defaultSession;
  const statusCode = paused.responseStatusCode;
  const responseHeaders = headerLists(paused.responseHeaders ?? []);
  const described = describe(page, paused, paused.request.url);
  const details = { ...described, responseHeaders, ...(statusCode && { statusCode }) };
  const answer = await webRequest.ask('headers-received', details);
  if (answer.cancel) return fail(page, paused, 'BlockedByClient');
  if (!answer.responseHeaders) return letPass(page, paused);
  const { requestId } = paused;
  // Chromium has read a policy out of the headers by now; only a reply of our own makes it read them again.
  const { body, base64Encoded } = await page.session.send<Body>('Fetch.getResponseBody', {
    requestId,
  });
  return page.session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: statusCode,
    responseHeaders: headerEntries(answer.responseHeaders),
    body: base64Encoded ? body : Buffer.from(body).toString('base64'),
  });
}

interface Body {
  readonly body: string;
  readonly base64Encoded: boolean;
}

function redirect(page: GatedPage, paused: PausedRequest, target: string): Promise<unknown> {
  return page.session.send('Fetch.fulfillRequest', {
    requestId: paused.requestId,
    responseCode: 307,
    responseHeaders: [{ name: 'Location', value: toChromiumUrl(target) }],
  });
}

function fail(page: GatedPage, paused: PausedRequest, errorReason: string): Promise<unknown> {
  return page.session.send('Fetch.failRequest', { requestId: paused.requestId, errorReason });
}

function headerEntries(lists: HeaderLists): HeaderEntry[] {
  return Object.entries(lists).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value })),
  );
}

function headerLists(entries: readonly HeaderEntry[]): HeaderLists {
  const lists: Record<string, string[]> = {};
  for (const { name, value } of entries) (lists[name] ??= []).push(value);
  return lists;
}
