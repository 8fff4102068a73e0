import { quoted } from '../../../../shared/domain/message.ts';
import type { Gap, GapReason } from '../../../../shared/domain/section.ts';
import { elevation } from './elevation.ts';
import { describeWin32Error, win32 } from '../ffi/win32-error.ts';

const reasons: Readonly<Record<number, GapReason>> = {
  [win32.accessDenied]: 'accessDenied',
  [win32.notSupported]: 'notSupported',
  [win32.callNotImplemented]: 'notSupported',
  [win32.procedureNotFound]: 'notSupported',
  [win32.badDatabase]: 'corrupt',
  [win32.registryCorrupt]: 'corrupt',
  [win32.registryIoFailed]: 'corrupt',
  [win32.badConfiguration]: 'corrupt',
  [win32.timeout]: 'timedOut',
};

/** What a Windows error number means for something that was to be read. */
export function windowsGap(subject: string, code: number): Gap {
  const reason = reasons[code] ?? 'failed';
  return {
    subject,
    reason,
    detail: quoted(describeWin32Error(code)),
    needsAdministrator: wouldHelp(reason),
  };
}

/** What a failure of Node's own file functions means for something that was to be read. */
export function fileGap(subject: string, error: unknown): Gap {
  const code = errorCode(error);
  const reason: GapReason = code === 'EPERM' || code === 'EACCES' ? 'accessDenied' : 'failed';
  const detail = quoted(error instanceof Error ? error.message : String(error));
  return { subject, reason, detail, needsAdministrator: wouldHelp(reason) };
}

/** True for a file or folder that is not there, which is an answer and not a gap. */
export function isAbsent(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** What is denied to an administrator stays denied: protected by Windows or by the antivirus itself. */
function wouldHelp(reason: GapReason): boolean {
  return reason === 'accessDenied' && !elevation().administrator;
}

function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
