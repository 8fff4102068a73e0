import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noncePlaceholder, servePageFile } from '../../../../src/main/desktop/page-files.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function pageFolder() {
  const root = temporaryFolder();
  const folder = join(root, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), `<meta nonce="${noncePlaceholder}">`);
  writeFileSync(join(folder, 'assets', 'page.js'), 'void 0;');
  writeFileSync(join(folder, 'key.pem'), 'private');
  writeFileSync(join(root, 'beside.js'), 'private');
  return { folder, report: () => '<h1>Report</h1>' };
}

describe('the files of the page', () => {
  it('come with a policy whose nonce is new each time and stands in the page', async () => {
    const files = pageFolder();
    const responses = [
      await servePageFile(files, 'app://bundle/index.html'),
      await servePageFile(files, 'app://bundle/index.html'),
    ];
    const nonces = await Promise.all(
      responses.map(async (response) => {
        const inPage = /nonce="([^"]+)"/.exec(await response.text())?.[1];
        const policy = response.headers.get('content-security-policy');
        return policy?.includes(`style-src 'self' 'nonce-${inPage}'`) ? inPage : null;
      }),
    );
    expect(nonces).not.toContain(null);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('allow neither foreign code nor inline code', async () => {
    const response = await servePageFile(pageFolder(), 'app://bundle/assets/page.js');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect({
      parts: policy.split('; ').filter((part) => /^(?:default|script|connect)-src/.test(part)),
      unsafe: policy.includes('unsafe'),
      type: response.headers.get('content-type'),
    }).toEqual({
      parts: ["default-src 'none'", "script-src 'self'"],
      unsafe: false,
      type: 'text/javascript; charset=utf-8',
    });
  });

  it.each([
    'app://bundle/../beside.js',
    'app://bundle/%2e%2e/beside.js',
    'app://bundle/..%2fbeside.js',
    'app://bundle/assets/..%5c..%5cbeside.js',
    'app://bundle/key.pem',
    'app://bundle/missing.js',
    'app://bundle/',
    'app://other/index.html',
  ])('are all there is: %s is not found', async (address) => {
    expect((await servePageFile(pageFolder(), address)).status).toBe(404);
  });

  it('are kept from start to start where their content names them, and the page itself never', async () => {
    const kept = await Promise.all(
      ['index.html', 'assets/page.js'].map(async (name) => {
        const { headers } = await servePageFile(pageFolder(), `app://bundle/${name}`);
        return headers.get('cache-control');
      }),
    );
    expect(kept).toEqual(['no-store', expect.stringContaining('immutable')]);
  });

  it('have the report beside them, which may not run code', async () => {
    const response = await servePageFile(pageFolder(), 'app://report/');
    expect({
      text: await response.text(),
      policy: response.headers.get('content-security-policy'),
    }).toEqual({
      text: '<h1>Report</h1>',
      policy: "default-src 'none'; style-src 'unsafe-inline'",
    });
  });
});
