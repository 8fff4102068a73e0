import { lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from './command.ts';
import { hashTree, type KnownHashes } from './file-tree.ts';

/** What programs rarely or never write to is hard-linked into each copy; everything else is copied for real. */
const sharedFiles =
  /\/drive_c\/.*\.(dll|exe|drv|sys|ocx|tlb|nls|ttf|fon|acm|ax|cpl|com|msstyles|node|vxd|mof|inf)$/i;

/** Writes down beside the prefix of a machine that is shut down what copying it needs, and what its files hold. */
export async function describeImage(folder: string, known: KnownHashes): Promise<void> {
  const prefix = join(folder, 'prefix');
  await hashTree(join(prefix, 'drive_c'), known);
  await writeFile(join(folder, 'private-files.json'), JSON.stringify(await privateFiles(prefix)));
  await writeFile(join(folder, 'hashes.json'), JSON.stringify([...known]));
}

/** The hashes of an image's files, as they were when it was made. */
export async function knownHashes(image: string): Promise<KnownHashes> {
  const text = await readFile(join(image, 'hashes.json'), 'utf8');
  return new Map(JSON.parse(text) as [string, string][]);
}

/** Makes a machine folder that is a copy of an image, in some tens of milliseconds. */
export async function copyImage(image: string, folder: string): Promise<void> {
  for (const name of ['home', 'run', 'jobs']) await mkdir(join(folder, name), { recursive: true });
  await command('cp', ['-al', join(image, 'prefix'), join(folder, 'prefix')]);
  const text = await readFile(join(image, 'private-files.json'), 'utf8');
  const replaceByCopy = async (name: string) => {
    const [from, to] = [join(image, 'prefix', name), join(folder, 'prefix', name)];
    const { mode } = await lstat(from);
    await rm(to, { force: true });
    await writeFile(to, await readFile(from), { mode });
  };
  await Promise.all((JSON.parse(text) as string[]).map(replaceByCopy));
}

async function privateFiles(prefix: string): Promise<string[]> {
  const paths = (await command('find', [prefix, '-type', 'f'])).split('\n');
  return paths
    .filter((path) => path !== '' && !sharedFiles.test(path))
    .map((path) => path.slice(prefix.length + 1));
}
