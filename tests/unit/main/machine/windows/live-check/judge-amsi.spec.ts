import { message } from '../../../../../../src/shared/domain/message.ts';
import { describe, expect, it } from 'vitest';
import { judgeAmsi } from '../../../../../../src/main/machine/windows/live-check/judge-amsi.ts';

describe('judgeAmsi', () => {
  it.each([
    [32_768, 1, 'detected'],
    [65_535, 0, 'detected'],
    [0, 0, 'notDetected'],
    [1, 1, 'notDetected'],
    [0x3fff, 1, 'notDetected'],
    [0x4000, 1, 'couldNotTest'],
    [0x4fff, 1, 'couldNotTest'],
    [0x5000, 1, 'notDetected'],
    [32_768, 32_768, 'couldNotTest'],
    [32_768, null, 'couldNotTest'],
    [null, 1, 'couldNotTest'],
    [-1, 1, 'couldNotTest'],
  ])('calls the result %s beside a harmless %s "%s"', (result, controlResult, outcome) => {
    expect(judgeAmsi({ result, controlResult, failure: null }).outcome).toBe(outcome);
  });

  it('never believes a result that came with a failure', () => {
    const failure = { call: 'AmsiScanBuffer', code: 0x80070015 };
    expect(judgeAmsi({ result: 32_768, controlResult: 1, failure })).toEqual({
      outcome: 'couldNotTest',
      detail: message('liveCheck.amsi.callFailed', { call: 'AmsiScanBuffer', code: '0x80070015' }),
    });
  });
});
