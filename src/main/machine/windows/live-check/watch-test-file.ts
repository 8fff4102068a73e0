import { message, type Message } from '../../../../shared/domain/message.ts';
import type { EicarProbe } from '../../../../shared/domain/protection/live-check.ts';

/** Files in the folder of the live check, with raw Windows error numbers (0 is success). */
export interface TestFiles {
  /** Makes a new file; one that is already there is an error. */
  write(name: string, content: Buffer): number;
  read(name: string): { readonly content: Buffer } | { readonly error: number };
}

export interface WatchOrder {
  readonly files: TestFiles;
  readonly sample: Buffer;
  /** Milliseconds. */
  readonly limitMs: number;
  readonly everyMs: number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly now: () => number;
}

/** What became of the test file. */
export type EicarAnswer = Pick<
  EicarProbe,
  'outcome' | 'reaction' | 'errorCode' | 'looks' | 'detail'
>;

/** Some products look only into files that could run. Both names are ours alone. */
export const sampleName = 'cutover-test-file.com';
export const controlName = 'cutover-harmless-file.com';

/** Source: Microsoft, Windows SDK header `winerror.h`: access denied, virus infected, virus deleted. */
const blocked: readonly number[] = [5, 225, 226];
/** File not found, path not found. */
const gone: readonly number[] = [2, 3];

/**
 * Writes the test file and opens it again and again, because scanners look at what is opened, until something happens
 * to it or the time is over. A harmless file beside it shows whether files are left alone here at all.
 */
export async function watchTestFile(order: WatchOrder): Promise<EicarAnswer> {
  const { files, sample } = order;
  const harmless = files.write(controlName, harmlessContent);
  if (harmless !== 0) return couldNot(harmless, message('liveCheck.eicar.noFile'));
  const written = files.write(sampleName, sample);
  if (written === 0) return confirmed(await watch(order), files);
  return blocked.includes(written)
    ? confirmed(reacted('blockedOnWrite', written, 0), files)
    : couldNot(written, message('liveCheck.eicar.notWritten'));
}

const harmlessContent = Buffer.from('This file is harmless.\r\n');

async function watch({
  files,
  sample,
  limitMs,
  everyMs,
  sleep,
  now,
}: WatchOrder): Promise<EicarAnswer> {
  const end = now() + limitMs;
  let wasRead = false;
  for (let looks = 1; ; looks++) {
    const look = files.read(sampleName);
    const error = 'error' in look ? look.error : 0;
    if (gone.includes(error)) return reacted('removed', error, looks);
    if (blocked.includes(error)) return reacted('blockedOnRead', error, looks);
    if ('content' in look && !sample.equals(look.content)) return reacted('altered', null, looks);
    wasRead ||= error === 0;
    if (now() >= end) return leftAlone(wasRead, error, looks);
    await sleep(everyMs);
  }
}

function leftAlone(wasRead: boolean, lastError: number, looks: number): EicarAnswer {
  if (!wasRead) return { ...couldNot(lastError, message('liveCheck.eicar.notOpened')), looks };
  const detail = message('liveCheck.eicar.none');
  return { outcome: 'notDetected', reaction: 'none', errorCode: null, looks, detail };
}

function reacted(
  reaction: Exclude<EicarAnswer['reaction'], 'none' | null>,
  errorCode: number | null,
  looks: number,
): EicarAnswer {
  const detail = message(`liveCheck.eicar.${reaction}`);
  return { outcome: 'detected', reaction, errorCode, looks, detail };
}

/** Something that takes away harmless files too is no antivirus. */
function confirmed(answer: EicarAnswer, files: TestFiles): EicarAnswer {
  if (answer.outcome !== 'detected') return answer;
  const control = files.read(controlName);
  const isThere =
    'error' in control
      ? !gone.includes(control.error) && !blocked.includes(control.error)
      : harmlessContent.equals(control.content);
  if (isThere) return answer;
  const detail = message('liveCheck.eicar.harmlessToo');
  return { ...couldNot('error' in control ? control.error : null, detail), looks: answer.looks };
}

function couldNot(errorCode: number | null, detail: Message): EicarAnswer {
  return { outcome: 'couldNotTest', reaction: null, errorCode, looks: 0, detail };
}
