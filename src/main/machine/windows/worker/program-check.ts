import { lstat } from 'node:fs/promises';
import { dirname, extname, isAbsolute, parse } from 'node:path';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { readSignature } from '../files/signature.ts';

/**
 * Looks at an uninstaller once more directly before it is started, because time has passed since it was judged:
 * an absolute path to an `.exe`, a plain file, reached through plain folders only. A link or junction on the way
 * would mean that another file is run than the one that was judged. Null when everything is in order, else why not.
 */
export async function refuseProgram(program: string): Promise<Message | null> {
  if (!isAbsolute(program)) return message('refused.noFullPath', { program });
  if (extname(program).toLowerCase() !== '.exe') return message('refused.noExe', { program });
  return (await refuseFile(program)) ?? refuseFolders(dirname(program));
}

/**
 * Why a program must not be started for its signature. Whose a good one has to be was judged with the plan; a file that
 * was broken since is refused here.
 */
export async function refuseSignature(program: string): Promise<Message | null> {
  const { status } = await readSignature(program);
  return status === 'valid' || status === 'unsigned'
    ? null
    : message(`uninstaller.signature.${status}`);
}

async function refuseFile(program: string): Promise<Message | null> {
  const file = await lstat(program).catch(() => null);
  if (file === null) return message('refused.programGone', { program });
  return file.isFile() ? null : message('refused.noPlainFile', { program });
}

async function refuseFolders(folder: string): Promise<Message | null> {
  if (folder === parse(folder).root) return null;
  const found = await lstat(folder).catch(() => null);
  if (found === null || !found.isDirectory()) {
    return message('refused.linkedFolder', { folder });
  }
  return refuseFolders(dirname(folder));
}
