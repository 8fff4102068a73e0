import type { Management } from '../../../../shared/domain/management.ts';
import { bytesAt } from '../ffi/library.ts';
import { mdmRegistration, netapi32, netapi32Cloud } from '../ffi/netapi32.ts';
import { readMachineNumber } from '../ffi/registry-write.ts';
import { serviceStatus } from '../ffi/service-control.ts';

type Answer = Management['domain'];

/** Asked of Windows by its functions, each time anew. What cannot be asked is `unknown`. */
export function readManagement(): Management {
  return {
    domain: ask(isInDomain),
    cloud: ask(isCloudJoined),
    deviceManagement: ask(isEnrolled),
    configurationManager: ask(hasConfigurationManager),
    defenderForEndpoint: ask(isOnboarded),
  };
}

/** A function or a whole DLL may be missing on an old Windows or on a server. */
function ask(question: () => Answer): Answer {
  try {
    return question();
  } catch {
    return 'unknown';
  }
}

/** `NETSETUP_JOIN_STATUS`. Source: Microsoft, Windows SDK header `lmjoin.h`. */
const joinStates: Readonly<Record<number, Answer>> = { 1: 'no', 2: 'no', 3: 'yes' };

function isInDomain(): Answer {
  const { NetGetJoinInformation, NetApiBufferFree } = netapi32();
  const [name, status] = [new BigUint64Array(1), new Uint32Array(1)];
  const code = NetGetJoinInformation(null, name, status);
  if (name[0] !== 0n) NetApiBufferFree(name[0] ?? null);
  return code === 0 ? (joinStates[status[0] ?? 0] ?? 'unknown') : 'unknown';
}

/** `DSREG_DEVICE_JOIN`; 2 is a person's own computer with an account of work added to it (`lmjoin.h`). */
const deviceJoin = 1;

/** A computer that is not joined gets no information (Microsoft: `NetGetAadJoinInformation`). */
function isCloudJoined(): Answer {
  const { NetGetAadJoinInformation, NetFreeAadJoinInformation } = netapi32Cloud();
  const information = new BigUint64Array(1);
  const result = NetGetAadJoinInformation(null, information);
  if (result < 0) return 'unknown';
  if (information[0] === 0n) return 'no';
  const joinType = bytesAt(information[0] ?? 0n, 4).readUInt32LE(0);
  NetFreeAadJoinInformation(information[0] ?? null);
  return cloudAnswer(joinType);
}

/** What a `DSREG_JOIN_TYPE` says about the computer itself. */
export function cloudAnswer(joinType: number): Answer {
  return joinType === deviceJoin ? 'yes' : 'no';
}

/** Neither TRUE nor FALSE, so that a function that leaves it alone is not believed. */
const untouched = -1;

function isEnrolled(): Answer {
  const registered = new Int32Array([untouched]);
  const result = mdmRegistration().IsDeviceRegisteredWithManagement(registered, 0, null);
  if (result !== 0 || registered[0] === untouched) return 'unknown';
  return registered[0] === 0 ? 'no' : 'yes';
}

const noSuchService = 1060;

function hasConfigurationManager(): Answer {
  const service = serviceStatus('CcmExec');
  if ('value' in service) return 'yes';
  return service.code === noSuchService ? 'no' : 'unknown';
}

/** `ERROR_FILE_NOT_FOUND`, for a key and for a value. */
const notFound = 2;
const onboarding = 'HKLM\\SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status';

/** Microsoft: Defender for Endpoint docs, "Troubleshoot onboarding issues", registry value `OnboardingState`. */
function isOnboarded(): Answer {
  const state = readMachineNumber(onboarding, 'OnboardingState');
  if ('value' in state) return state.value === 0 ? 'no' : 'yes';
  return state.code === notFound ? 'no' : 'unknown';
}
