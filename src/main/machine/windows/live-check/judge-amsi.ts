import { message, type Message } from '../../../../shared/domain/message.ts';
import type { AmsiProbe } from '../../../../shared/domain/protection/live-check.ts';

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
  if (failure !== null) {
    const { call, code } = failure;
    return couldNot(message('liveCheck.amsi.callFailed', { call, code: hex(code) }));
  }
  if (!isResult(result) || !isResult(controlResult))
    return couldNot(message('liveCheck.amsi.noResult'));
  if (controlResult >= detectedFrom) {
    return couldNot(message('liveCheck.amsi.harmlessToo'));
  }
  if (result >= blockedByAdmin.from && result <= blockedByAdmin.to) {
    return couldNot(message('liveCheck.amsi.adminRule'));
  }
  return result >= detectedFrom
    ? { outcome: 'detected', detail: message('liveCheck.amsi.detected') }
    : { outcome: 'notDetected', detail: message('liveCheck.amsi.notDetected') };
}

function isResult(result: number | null): result is number {
  return result !== null && result >= 0;
}

function couldNot(detail: Message): Pick<AmsiProbe, 'outcome' | 'detail'> {
  return { outcome: 'couldNotTest', detail };
}

function hex(code: number | null): string {
  return code === null ? '–' : `0x${code.toString(16).toUpperCase().padStart(8, '0')}`;
}
