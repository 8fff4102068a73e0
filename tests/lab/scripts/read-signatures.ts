/** Runs on the Windows of the lab: reads what is known of the files whose paths come in over standard input. */
import { readFileSync } from 'node:fs';
import { collectFileFacts } from '../../../src/main/machine/windows/files/file-facts.ts';

const paths = JSON.parse(readFileSync(0, 'utf8')) as readonly string[];
const variables = new Map([['SYSTEMROOT', 'C:\\windows']]);
console.log(JSON.stringify(await collectFileFacts(paths, variables)));
