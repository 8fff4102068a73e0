/** Runs on the Windows of the lab: replaces and cleans files that somebody else may hold, and says how that went. */
import { readFileSync } from 'node:fs';
import { replaceFile } from '../../../src/main/disk/replace-file.ts';
import { cleanLog } from '../../../src/main/machine/windows/worker/clean-log.ts';

const { replace, log, secret, limitMs } = JSON.parse(readFileSync(0, 'utf8')) as {
  readonly replace?: string;
  readonly limitMs?: number;
  readonly log?: string;
  readonly secret?: string;
};

async function result(): Promise<unknown> {
  if (log !== undefined) return { kept: await cleanLog(log, [secret ?? '']) };
  replaceFile(replace ?? '', 'new', limitMs);
  return { content: readFileSync(replace ?? '', 'utf8') };
}

try {
  console.log(JSON.stringify(await result()));
} catch (error) {
  console.log(JSON.stringify({ failed: (error as NodeJS.ErrnoException).code }));
}
