import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram, type ProgramParts } from '../support/pe-builder.ts';
import { signatures } from '../support/program-signatures.ts';

export interface TreeSize {
  readonly files: number;
  /** One in as many files is a program. */
  readonly programEvery: number;
}

const filesInFolder = 20;
const foldersInFolder = 50;

/** File systems count the names of one file; this many are allowed everywhere. */
const mostNames = 30_000;

/**
 * A tree as a disk has it: folders in folders with some files each, of which some are programs with a version resource and a
 * signature of somebody else, in several sizes. Most files share their content with others, so that it takes little place.
 */
export function plantTree(root: string, { files, programEvery }: TreeSize): void {
  let [folder, contents]: [string, readonly string[]] = ['', []];
  for (let index = 0; index < files; index++) {
    if (index % mostNames === 0) contents = plantContents(join(root, 'contents', String(index)));
    if (index % filesInFolder === 0) folder = plantFolder(root, index / filesInFolder);
    const name = index % programEvery === 0 ? `library${index}.dll` : `document${index}.txt`;
    linkSync(contents[index % contents.length] ?? '', join(folder, name));
  }
}

function plantFolder(root: string, index: number): string {
  const parts = [index / foldersInFolder ** 2, (index / foldersInFolder) % foldersInFolder, index];
  const names = parts.map((part) => `folder${Math.floor(part)}`);
  const folder = join(root, ...names);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A driver, a library, a program with much between its resources and its signature, and one without a signature. */
const kinds: readonly ProgramParts[] = [
  { code: 40_000, signature: signatures.stranger },
  { code: 150_000, gap: 12_000, signature: signatures.stranger },
  { code: 300_000, gap: 200_000, signature: signatures.stranger },
  { code: 90_000 },
];

function plantContents(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return kinds.map((kind, index) => {
    const path = join(folder, `${index}.bin`);
    writeFileSync(path, buildProgram({ ...kind, versions: [[{ table: '040904b0', strings }]] }));
    return path;
  });
}

const strings = {
  CompanyName: 'Innocent Software GmbH',
  FileDescription: 'A library as there are many',
  LegalCopyright: '© Innocent Software GmbH. All rights reserved.',
  OriginalFilename: 'library.dll',
  ProductName: 'Innocent Product',
  ProductVersion: '21.3.10.391',
};
