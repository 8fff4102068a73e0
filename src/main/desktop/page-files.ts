import { readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { extname, join, sep } from 'node:path';

/** The scheme and the address of the only page. Its own scheme gives it no rights over other local files. */
export const pageScheme = 'app';
export const pageAddress = `${pageScheme}://bundle/index.html`;

/** Where the report is loaded from when it is printed. */
export const reportAddress = `${pageScheme}://report/`;

/** What the window may load, by ending. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Vite writes this where a nonce belongs (`html.cspNonce`); each answer gets a new one. */
export const noncePlaceholder = '__CUTOVER_NONCE__';

export interface PageFiles {
  /** Absolute path of the built page. */
  readonly folder: string;
  /** The report that is to be printed. */
  readonly report: () => string;
}

/** Answers the window's requests from one folder and from nowhere else. */
export async function servePageFile(files: PageFiles, address: string): Promise<Response> {
  const { folder, report } = files;
  const { host, pathname } = new URL(address);
  if (host === 'report') return new Response(report(), { headers: reportHeaders });
  const type = contentTypes[extname(pathname)];
  const path = join(folder, decodeURIComponent(pathname));
  if (host !== 'bundle' || type === undefined || !path.startsWith(folder + sep)) return notFound();
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return notFound();
  const nonce = randomBytes(16).toString('base64url');
  const isPage = type.startsWith('text/html');
  const body = isPage ? bytes.toString('utf8').replaceAll(noncePlaceholder, nonce) : bytes;
  return new Response(new Uint8Array(Buffer.from(body)), { headers: headers(type, nonce) });
}

/** The report brings its style along and nothing else. */
const reportHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
};

function headers(type: string, nonce: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': policy(nonce),
    'x-content-type-options': 'nosniff',
    // What is named by its content never changes; what V8 made of it is kept from start to start.
    'cache-control': type.startsWith('text/html') ? 'no-store' : 'max-age=31536000, immutable',
  };
}

/** Styles made by the page carry the nonce; nothing comes from elsewhere and nothing is sent anywhere. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function notFound(): Response {
  return new Response('', { status: 404 });
}
