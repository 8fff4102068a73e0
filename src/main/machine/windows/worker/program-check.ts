import { dirname, extname, isAbsolute, parse } from 'node:path';
import { message, type Message } from '../../../../shared/domain/message.ts';
import type { Signature } from '../../../../shared/domain/inventory/files.ts';
import type { Maker } from '../../../../shared/domain/action.ts';
import { kindOnDisk } from '../files/kind-on-disk.ts';
import { readSignature } from '../files/signature.ts';
import { readVersionInfo } from '../files/version-info.ts';

/**
 * Looks at an uninstaller once more directly before it is started, because time has passed since it was judged:
 * an absolute path to an `.exe`, a plain file, reached through plain folders only. A link or junction on the way
 * would mean that another file is run than the one that was judged. Null when everything is in order, else why not.
 */
export function refuseProgram(program: string, kindOf = kindOnDisk): Message | null {
  if (!isAbsolute(program)) return message('refused.noFullPath', { program });
  if (extname(program).toLowerCase() !== '.exe') return message('refused.noExe', { program });
  return refuseFile(program, kindOf) ?? refuseFolders(dirname(program), kindOf);
}

/** What a file tells of its maker: how good its signature is, whose, and which company its version information names. */
export interface Made {
  readonly status: Signature['status'];
  readonly organization: string | null;
  readonly companyName: string | null;
}

/** Why a program must not be started for who made it; looked at in the file that is held fast and started. */
export async function refuseMaker(program: string, maker: Maker): Promise<Message | null> {
  const { status, organization } = await readSignature(program);
  return whyNotMadeBy({ status, organization, ...readVersionInfo(program) }, maker);
}

/**
 * A file is run only as the one that was judged: with a valid signature of the same organization, or unsigned and naming
 * the same company. Null when it is.
 */
export function whyNotMadeBy(
  { status, organization, companyName }: Made,
  { signed, name }: Maker,
): Message | null {
  if (status !== 'valid' && status !== 'unsigned') {
    return message(`uninstaller.signature.${status}`);
  }
  const isSame = signed
    ? status === 'valid' && organization === name
    : status === 'unsigned' && companyName === name;
  return isSame ? null : message('uninstaller.foreign');
}

function refuseFile(program: string, kindOf: typeof kindOnDisk): Message | null {
  const kind = kindOf(program);
  if (kind === null) return message('refused.programGone', { program });
  return kind === 'file' ? null : message('refused.noPlainFile', { program });
}

function refuseFolders(folder: string, kindOf: typeof kindOnDisk): Message | null {
  if (folder === parse(folder).root) return null;
  if (kindOf(folder) !== 'folder') return message('refused.linkedFolder', { folder });
  return refuseFolders(dirname(folder), kindOf);
}
