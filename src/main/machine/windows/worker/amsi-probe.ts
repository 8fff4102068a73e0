import { ole32 } from '../ffi/ole32.ts';
import { amsi } from '../ffi/amsi.ts';
import { toWide } from '../ffi/wide-string.ts';
import { revealSample } from '../live-check/hidden-samples.ts';
import type { AmsiAnswer } from '../live-check/judge-amsi.ts';
import { workerResult, type WorkerControl, type WorkerResult } from '../worker-client/protocol.ts';

/**
 * Gives the test sample to the scan interface of Windows. In a process of its own, because the libraries of the
 * antivirus are loaded into whoever asks, and can hang or break down there.
 */
export function amsiProbe(control: WorkerControl): WorkerResult {
  control.emit({ kind: 'amsiAnswer', ...askAmsi() });
  return workerResult({ ended: 'exited', exitCode: 0 });
}

/** Stands in a result before the call: shows that nothing was written. Every `AMSI_RESULT` is positive. */
const nothingWritten = -1;

function askAmsi(): AmsiAnswer {
  try {
    // The providers are COM objects.
    ole32().CoIncrementMTAUsage(new BigUint64Array(1));
    amsi();
  } catch {
    return failed('Loading amsi.dll', null);
  }
  const context = new BigUint64Array(1);
  const code = amsi().AmsiInitialize(toWide('Cutover'), context);
  if (code < 0) return failed('AmsiInitialize', code);
  try {
    return inSession(context[0] ?? 0n);
  } finally {
    amsi().AmsiUninitialize(context[0] ?? 0n);
  }
}

function inSession(context: bigint): AmsiAnswer {
  const session = new BigUint64Array(1);
  const code = amsi().AmsiOpenSession(context, session);
  if (code < 0) return failed('AmsiOpenSession', code);
  try {
    return scanBoth(context, session[0] ?? 0n);
  } finally {
    amsi().AmsiCloseSession(context, session[0] ?? 0n);
  }
}

function scanBoth(context: bigint, session: bigint): AmsiAnswer {
  const control = scan(context, session, Buffer.from('Write-Output "Hello"', 'utf16le'));
  if (typeof control !== 'number') return control;
  const clear = revealSample('amsi');
  const text = widen(clear);
  clear.fill(0);
  const result = scan(context, session, text);
  text.fill(0);
  if (typeof result !== 'number') return { ...result, controlResult: control };
  return { result, controlResult: control, failure: null };
}

function scan(context: bigint, session: bigint, text: Buffer): number | AmsiAnswer {
  const result = new Int32Array([nothingWritten]);
  const name = toWide('cutover-live-check.ps1');
  const code = amsi().AmsiScanBuffer(context, text, text.length, name, session, result);
  return code === 0 ? (result[0] ?? nothingWritten) : failed('AmsiScanBuffer', code);
}

/** As UTF-16, without a string in between. */
function widen(bytes: Buffer): Buffer {
  const wide = Buffer.alloc(bytes.length * 2);
  bytes.forEach((byte, index) => (wide[index * 2] = byte));
  return wide;
}

function failed(call: string, code: number | null): AmsiAnswer {
  return {
    result: null,
    controlResult: null,
    failure: { call, code: code === null ? null : code >>> 0 },
  };
}
