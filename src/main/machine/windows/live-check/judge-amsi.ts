import type { AmsiProbe } from '../../../../shared/domain/live-check.ts';

/** What the scan interface answered, as it stands. */
export type AmsiAnswer = Pick<AmsiProbe, 'result' | 'controlResult' | 'failure'>;

/** `AMSI_RESULT`. Source: Microsoft, Windows SDK header `amsi.h`. */
const detectedFrom = 0x8000;
const blockedByAdmin = { from: 0x4000, to: 0x4fff } as const;

/** What an answer means. Whatever is not a clear yes or no could not be tested. */
export function judgeAmsi({
  result,
  controlResult,
  failure,
}: AmsiAnswer): Pick<AmsiProbe, 'outcome' | 'detail'> {
  if (failure !== null) return couldNot(`${failure.call} failed${inWords(failure.code)}.`);
  if (!isResult(result) || !isResult(controlResult)) return couldNot('Windows gave no result.');
  if (controlResult >= detectedFrom) {
    return couldNot('A harmless text was called malware too, so the answer proves nothing.');
  }
  if (result >= blockedByAdmin.from && result <= blockedByAdmin.to) {
    return couldNot('A rule of the administrator blocked the sample before it was judged.');
  }
  return result >= detectedFrom
    ? { outcome: 'detected', detail: 'The antivirus recognised the AMSI test sample.' }
    : { outcome: 'notDetected', detail: notRecognised };
}

const notRecognised =
  "The AMSI test sample was not recognised. It is Microsoft's; other antivirus programs need not know it.";

function isResult(result: number | null): result is number {
  return result !== null && result >= 0;
}

function couldNot(detail: string): Pick<AmsiProbe, 'outcome' | 'detail'> {
  return { outcome: 'couldNotTest', detail };
}

function inWords(code: number | null): string {
  return code === null ? '' : ` (0x${code.toString(16).toUpperCase().padStart(8, '0')})`;
}
