import { listFolder } from './list-folder.ts';
import { findSigner } from './signer.ts';

/** More files than a package of drivers has; graphics adapters have some hundred. */
const mostFiles = 2_000;

/**
 * Who signed the catalogue and the programs of a package, each once; null where not all of it could be looked at. The names are
 * those of the certificates: Windows checked them when it took the package into its store, where only it writes.
 */
export function packageSigners(folder: string): readonly string[] | null {
  const files = filesBelow(folder);
  if (files === null || files.length > mostFiles) return null;
  const signers = files
    .filter((path) => /\.(?:cat|sys|dll|exe)$/i.test(path))
    .flatMap((path) => findSigner(path) ?? [])
    .map(({ organization, subject }) => organization ?? subject ?? '');
  return [...new Set(signers)];
}

/** Null where something is a link or could not be listed. */
function filesBelow(folder: string): readonly string[] | null {
  const { found, entries, gap } = listFolder(folder);
  if (!found || gap !== null) return null;
  const files: string[] = [];
  for (const { name, kind } of entries) {
    const path = `${folder}\\${name}`;
    const below = kind === 'file' ? [path] : kind === 'folder' ? filesBelow(path) : null;
    if (below === null) return null;
    files.push(...below);
  }
  return files;
}
