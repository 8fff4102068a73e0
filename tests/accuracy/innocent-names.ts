import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program, driver or company of somebody else, as a public list names it. */
export interface InnocentName {
  readonly maker: string;
  readonly name: string;
}

/** A list of names, with where it comes from and under which licence. */
export interface InnocentList {
  readonly file: string;
  readonly holds: 'programs' | 'drivers' | 'makers';
  readonly source: string;
}

/** What others make. Entries of Kaspersky were taken out of the public lists, and nothing else. */
export const innocentLists: readonly InnocentList[] = [
  {
    file: 'programs.tsv',
    holds: 'programs',
    source:
      'names and makers of the packages of microsoft/winget-pkgs, by the index of svrooij/winget-pkgs-index of 22 August 2026 (MIT)',
  },
  {
    file: 'drivers.tsv',
    holds: 'drivers',
    source:
      'drivers and makers in the list of filter altitudes of MicrosoftDocs/windows-driver-docs (CC BY 4.0), and drivers in magicsword-io/LOLDrivers of 12 August 2026 (Apache-2.0)',
  },
  {
    file: 'publishers.tsv',
    holds: 'makers',
    source: 'makers of drivers in magicsword-io/LOLDrivers (Apache-2.0)',
  },
  {
    file: 'neighbours.tsv',
    holds: 'programs',
    source: 'made up or chosen by hand, because they sound like something of Kaspersky’s',
  },
  { file: 'neighbour-drivers.tsv', holds: 'drivers', source: 'the same for drivers' },
];

/** The names of a list; a list of makers gives each as its own product. */
export function innocentNames({ file, holds }: InnocentList): readonly InnocentName[] {
  const lines = readFileSync(join(import.meta.dirname, 'innocent', file), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [maker = '', name = maker] = line.split('\t');
    return { maker, name: holds === 'makers' ? maker : name };
  });
}

/** How many different names of programs, drivers and makers the lists hold. */
export function innocentCount(): number {
  const names = innocentLists.flatMap((list) =>
    innocentNames(list).flatMap(({ maker, name }) => [`name ${name}`, `maker ${maker}`]),
  );
  return new Set(names).size;
}
