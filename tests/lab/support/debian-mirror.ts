import { readdir, readFile } from 'node:fs/promises';

const fallback = 'http://deb.debian.org/debian';

/** The Debian mirror this machine's apt uses, so that the lab works wherever apt works. */
export async function debianMirror(): Promise<string> {
  const codename =
    /VERSION_CODENAME=(\w+)/.exec(await readFile('/etc/os-release', 'utf8'))?.[1] ?? '';
  for (const text of await sourceFiles()) {
    const found = fromOneLineStyle(text, codename) ?? fromDeb822Style(text, codename);
    if (found !== undefined) return found.replace(/\/$/, '');
  }
  return fallback;
}

async function sourceFiles(): Promise<string[]> {
  const folder = '/etc/apt/sources.list.d';
  const names = (await readdir(folder).catch(() => [])).map((name) => `${folder}/${name}`);
  const texts = ['/etc/apt/sources.list', ...names].map((path) =>
    readFile(path, 'utf8').catch(() => ''),
  );
  return Promise.all(texts);
}

function fromOneLineStyle(text: string, codename: string): string | undefined {
  return new RegExp(`^deb\\s+(?:\\[[^\\]]*\\]\\s+)?(https?://\\S+)\\s+${codename}\\s`, 'm').exec(
    text,
  )?.[1];
}

function fromDeb822Style(text: string, codename: string): string | undefined {
  const stanzas = text.replace(/^#.*\n/gm, '').split(/\n\s*\n/);
  const main = stanzas.find((stanza) =>
    new RegExp(`^Suites:.*\\b${codename}(\\s|$)`, 'm').test(stanza),
  );
  return main && /^URIs:\s*(https?:\/\/\S+)/m.exec(main)?.[1];
}
