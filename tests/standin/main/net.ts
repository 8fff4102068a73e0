import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Electron's `net`, as far as protocol handlers use it: files become responses, the rest is Node's fetch. */
export const net = {
  isOnline: () => true,
  fetch: async (input: string | Request, init?: RequestInit): Promise<Response> => {
    const url = typeof input === 'string' ? input : input.url;
    return url.startsWith('file:') ? fileResponse(url) : fetch(input, init);
  },
};

async function fileResponse(url: string): Promise<Response> {
  const path = fileURLToPath(url.replace(/[?#].*$/s, ''));
  const contentType = contentTypes[extname(path)] ?? 'application/octet-stream';
  try {
    return new Response(await readFile(path), { headers: { 'content-type': contentType } });
  } catch {
    throw new Error('net::ERR_FILE_NOT_FOUND');
  }
}
