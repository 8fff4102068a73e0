import { readFileSync } from 'node:fs';
import { Data, NtExecutable, NtExecutableResource, Resource } from 'resedit';

/** What Windows shows of a program, in its properties and when it asks for administrator rights. */
export interface ProgramFacts {
  readonly version: string;
  readonly company: string;
  readonly icon: string;
}

/** English, United States, in UTF-16, as the program has its own texts. */
const language = { lang: 1033, codepage: 1200 } as const;

/**
 * Makes Node's program for Windows one of ours: its signature is taken off, because it speaks of other bytes and Windows would
 * call it broken, and its name, version and icon become Cutover's. The manifest stays: no rights are asked for.
 */
export function ownProgram(node: Buffer, { version, company, icon }: ProgramFacts): Buffer {
  const program = NtExecutable.from(node, { ignoreCert: true });
  const resources = NtExecutableResource.from(program);
  const [info] = Resource.VersionInfo.fromEntries(resources.entries);
  if (info === undefined) throw new Error("Node's program does not say its version any more.");
  info.setFileVersion(version);
  info.setProductVersion(version);
  info.setStringValues(language, {
    CompanyName: company,
    ProductName: 'Cutover',
    FileDescription: 'Cutover, command line',
    FileVersion: version,
    ProductVersion: version,
    OriginalFilename: 'cutover.exe',
    InternalName: 'cutover',
    LegalCopyright: `${company}, Apache-2.0. Not a Kaspersky product. Contains Node.js.`,
  });
  info.outputToResourceEntries(resources.entries);
  const icons = Data.IconFile.from(readFileSync(icon)).icons.map(({ data }) => data);
  Resource.IconGroupEntry.replaceIconsForResource(resources.entries, 1, language.lang, icons);
  resources.outputResource(program);
  return Buffer.from(program.generate());
}
