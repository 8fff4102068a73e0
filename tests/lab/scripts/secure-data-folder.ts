/** Runs on the Windows of the lab: secures a folder twice, then one in a place that does not exist, and one that is a file. */
import { readFileSync } from 'node:fs';
import {
  secureDataFolder,
  usualDataFolder,
} from '../../../src/main/machine/windows/files/data-folder.ts';

const { paths } = JSON.parse(readFileSync(0, 'utf8')) as { readonly paths: readonly string[] };
console.log(
  JSON.stringify({
    usual: usualDataFolder(),
    results: paths.map((path) => secureDataFolder(path)),
  }),
);
