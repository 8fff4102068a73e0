import { message } from '../../../../shared/domain/message.ts';
import { lstat } from 'node:fs/promises';
import type { FileFact, Signature } from '../../../../shared/domain/inventory/files.ts';
import { type Gap, readSection } from '../../../../shared/domain/section.ts';
import { tooManyEntries } from '../../../../shared/domain/too-many-entries.ts';
import { expandVariables, type Variables } from '../../registry/expand-variables.ts';
import { fileGap, isAbsent } from '../system/windows-gap.ts';
import { isLocalPath } from './local-path.ts';
import { readSignature } from './signature.ts';
import { limited } from '../com/limiter.ts';
import { withTimeLimit } from '../com/time-limit.ts';
import { readVersionInfo } from './version-info.ts';

/** Files looked at at the same time; how many background threads their signatures take, the limiter decides. */
const atOnce = 4;

/** More files than any product has. */
const mostFiles = 5_000;

/** A signature is checked over the whole file; no program of the vendor has a fifth of it. Bytes. */
const largestChecked = 512 * 1024 * 1024;

/** Milliseconds for one signature; a large file on a slow disk takes seconds. */
const signatureLimit = 20_000;

/**
 * Existence, version resource and signature of each file, in their order, until it is over: what comes first counts most.
 * Variables in the paths are expanded.
 */
export async function collectFileFacts(
  paths: readonly string[],
  variables: Variables,
  isOver: () => boolean = () => false,
) {
  const gaps: Gap[] = [];
  const facts: (FileFact | null)[] = [];
  const waiting = paths.slice(0, mostFiles).entries();
  if (paths.length > mostFiles) gaps.push(tooManyEntries('files', mostFiles));
  const work = async () => {
    for (const [index, path] of waiting) {
      if (isOver()) return;
      facts[index] = await readFileFact(path, expandVariables(path, variables), gaps);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return readSection(
    facts.filter((fact) => fact !== null),
    gaps,
  );
}

/** Null where nothing is known of the file, not even whether it is there. */
async function readFileFact(path: string, file: string, gaps: Gap[]): Promise<FileFact | null> {
  if (!isLocalPath(file)) {
    gaps.push(notLocal(path));
    return null;
  }
  try {
    const { size } = await lstat(file);
    const signature = await signatureInTime(file, size, gaps);
    return { path, exists: true, size, ...readVersionInfo(file), signature };
  } catch (error) {
    if (isAbsent(error)) return { ...nothing, path, exists: false };
    gaps.push(fileGap(path, error));
    return null;
  }
}

/** What Windows says of the signature of a file; null, and a gap, where it is too large or takes too long. */
export async function signatureInTime(
  file: string,
  size: number,
  gaps: Gap[],
): Promise<Signature | null> {
  if (size > largestChecked) {
    const detail = message('gap.fileTooLarge', { count: largestChecked / 1024 / 1024 });
    gaps.push({ subject: file, reason: 'notCollected', detail, needsAdministrator: false });
    return null;
  }
  const result = await withTimeLimit(
    signatureLimit,
    limited(() => readSignature(file)),
  );
  if (!result.timedOut) return result.value;
  const detail = message('gap.signatureTooSlow', { count: signatureLimit / 1000 });
  gaps.push({ subject: file, reason: 'timedOut', detail, needsAdministrator: false });
  return null;
}

function notLocal(path: string): Gap {
  const detail = message('gap.notLocal');
  return { subject: path, reason: 'notCollected', detail, needsAdministrator: false };
}

const nothing = {
  size: null,
  companyName: null,
  productName: null,
  fileVersion: null,
  signature: null,
} as const;
