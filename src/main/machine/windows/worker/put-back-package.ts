import { constants, copyFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { win32 as path } from 'node:path';
import type { HandedIn } from '../../../../shared/domain/action.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { isPlainPath } from '../../../../shared/windows/plain-path.ts';
import { unpackProductCode } from '../../registry/packed-guid.ts';
import { systemFolder } from '../ffi/library.ts';
import { msi } from '../ffi/msi.ts';
import { pinFile } from '../ffi/pin-file.ts';
import { fromWide, toWide } from '../ffi/wide-string.ts';
import { win32 } from '../ffi/win32-error.ts';
import { kindOnDisk } from '../files/kind-on-disk.ts';
import { readPackageFacts } from '../files/package-facts.ts';
import { readSignature } from '../files/signature.ts';
import { whyNotThePackage, type Wanted } from '../files/judge-package.ts';

/** `told`: what was done, for the record. */
export type PutBack =
  | { readonly ok: true; readonly told: readonly Message[] }
  | { readonly ok: false; readonly why: readonly Message[] };

const nothingDone: PutBack = { ok: true, told: [] };

/**
 * Puts back the package that Windows Installer lost, under the name that it is registered with, so that the removal goes its
 * usual way and Windows has to look for nothing. Only a file that proves to be that very package is taken, and each is proven
 * in a copy in the folder of the run, held fast from the first look until it is where it belongs. Microsoft describes the
 * same by hand: SQL Server docs, "Restore the missing Windows Installer cache files" (KB 969052).
 */
export async function putBackPackage(
  productCode: string,
  handedIn: HandedIn | null,
): Promise<PutBack> {
  if (handedIn === null) return nothingDone;
  const place = registered(productCode, 'LocalPackage');
  if (place !== null && kindOnDisk(place) === 'file') return nothingDone;
  const refusal = refuseCache(place);
  if (place === null || refusal !== null) return { ok: false, why: [refusal ?? noPlace] };
  const packageCode = plainCode(registered(productCode, 'PackageCode'));
  const wanted: Wanted = { productCode, packageCode, signers: handedIn.signers };
  const why: Message[] = [];
  for (const file of handedIn.files) {
    const name = path.basename(file);
    const problem = await tryPackage(file, place, wanted);
    if (problem === null) return { ok: true, told: [message('package.putBack', { file: name })] };
    why.push(message('package.refused', { file: name, why: problem }));
  }
  return { ok: false, why };
}

const noPlace = message('package.noPlace');

/** Only directly in the folder in which Windows Installer keeps its packages, which only administrators write in. */
function refuseCache(place: string | null): Message | null {
  const folder = path.join(path.dirname(systemFolder()), 'Installer');
  const isInside =
    place !== null &&
    isPlainPath(place) &&
    /\.msi$/i.test(place) &&
    path.dirname(place).toLowerCase() === folder.toLowerCase();
  return isInside && kindOnDisk(folder) === 'folder' && kindOnDisk(place) === null ? null : noPlace;
}

async function tryPackage(file: string, place: string, wanted: Wanted): Promise<Message | null> {
  const copy = path.join(tmpdir(), `package-${process.pid}.msi`);
  try {
    copyFileSync(file, copy, constants.COPYFILE_EXCL);
  } catch (error) {
    return message('package.notRead', { why: codeOf(error) });
  }
  const release = pinFile(copy);
  try {
    if (release === null) return message('package.notRead', { why: 'EBUSY' });
    const seen = { facts: readPackageFacts(copy), signature: await readSignature(copy) };
    return whyNotThePackage(seen, wanted) ?? putInto(place, copy);
  } finally {
    release?.();
    rmSync(copy, { force: true });
  }
}

function putInto(place: string, copy: string): Message | null {
  // What a kill leaves by half must not pass for a package.
  const part = place.replace(/msi$/i, 'cutover-part');
  try {
    rmSync(part, { force: true });
    copyFileSync(copy, part, constants.COPYFILE_EXCL);
    renameSync(part, place);
    return null;
  } catch (error) {
    rmSync(part, { force: true });
    return message('package.notPutBack', { why: codeOf(error) });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** Wine answers with the code as it stands in the registry. */
function plainCode(code: string | null): string | null {
  return code === null ? null : (unpackProductCode(code) ?? code);
}

/** `MSIINSTALLCONTEXT_MACHINE`. Source: Microsoft, `Msi.h`. */
const ofMachine = 4;

/** What Windows Installer registered of a product of the machine; null where it did not. */
function registered(productCode: string, property: string): string | null {
  const value = Buffer.alloc(2 * 1024);
  const length = new Uint32Array([value.length / 2]);
  const result = msi().MsiGetProductInfoExW(
    toWide(productCode),
    null,
    ofMachine,
    toWide(property),
    value,
    length,
  );
  const text = result === win32.success ? fromWide(value, length[0] ?? 0) : '';
  return text === '' ? null : text;
}
