import { z } from 'zod';
import {
  amsiProbeSchema,
  eicarProbeSchema,
} from '../../../../shared/domain/protection/live-check.ts';
import { messageSchema } from '../../../../shared/domain/message-schema.ts';
import { isPlainPath } from '../../../../shared/windows/plain-path.ts';
import { doingSchema } from '../watch/doing.ts';

/**
 * What Cutover and its worker process say to each other. The request is the first line on the worker's standard
 * input, and the only way a secret travels; commands may follow, one a line. Events come back one a line, the
 * last one is the result.
 */
export const workerKinds = [
  'uninstall-msi',
  'run-uninstaller',
  'amsi-probe',
  'eicar-probe',
  'network-component',
] as const;
export type WorkerKind = (typeof workerKinds)[number];

const milliseconds = z.number().int().positive();
const bracedGuid = z.string().regex(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i);

/** Windows Installer accepts only upper-case names from outside (Microsoft: "Public Properties"). */
const propertyName = z.string().regex(/^[A-Z_][A-Z0-9_.]*$/);

export const uninstallMsiRequestSchema = z.strictObject({
  productCode: bracedGuid,
  properties: z.record(propertyName, z.string()),
  secretProperties: z.array(
    z.strictObject({
      name: propertyName,
      /** The secret as the person gave it. */
      value: z.string().min(1),
      encoding: z.enum(['plain', 'utf16leHex']),
    }),
  ),
  /** Packages to choose from where Windows Installer has lost its own, and whose signature one may have. */
  handedIn: z
    .strictObject({ files: z.array(z.string().min(1)).min(1), signers: z.array(z.string().min(1)) })
    .optional(),
  /** All that take a password, also those of which none was given. */
  passwordProperties: z.array(propertyName),
  logFile: z.string().min(1),
  timeLimitMs: milliseconds,
});
export type UninstallMsiRequest = Readonly<z.infer<typeof uninstallMsiRequestSchema>>;

export const runUninstallerRequestSchema = z.strictObject({
  program: z.string().refine(isPlainPath),
  args: z.array(z.string()),
  workingFolder: z.string().refine(isPlainPath),
  /** Whose the program has to be: by its valid signature, or unsigned by what the file itself names. */
  maker: z.strictObject({ signed: z.boolean(), name: z.string().min(1) }),
  timeLimitMs: milliseconds,
  /** Ends what is still running at the limit; else it is left to finish. */
  endAtLimit: z.boolean().default(true),
});
export type RunUninstallerRequest = Readonly<z.infer<typeof runUninstallerRequestSchema>>;

export const networkComponentRequestSchema = z.strictObject({
  change: z.enum(['remove', 'install']),
  componentId: z.string().min(1),
  classGuid: bracedGuid,
  /** Which of them; another one of the same name is left alone. */
  instanceGuid: bracedGuid,
  /** How long whoever configures the network just then is waited for. */
  lockWaitMs: milliseconds,
});
export type NetworkComponentRequest = Readonly<z.infer<typeof networkComponentRequestSchema>>;

export const amsiProbeRequestSchema = z.strictObject({});

export const eicarProbeRequestSchema = z.strictObject({
  /** A folder of the live check and no other. */
  folder: z.string().regex(/[\\/]cutover-live-check-\d+-[A-Za-z0-9]{6}$/),
  watchMs: milliseconds,
  everyMs: milliseconds,
});
export type EicarProbeRequest = Readonly<z.infer<typeof eicarProbeRequestSchema>>;

/** Asks the worker to stop where that is safe. */
export const workerCommandSchema = z.strictObject({ kind: z.literal('cancel') });
export type WorkerCommand = z.infer<typeof workerCommandSchema>;

const workerResultSchema = z.strictObject({
  kind: z.literal('result'),
  ended: z.enum(['exited', 'timedOut', 'cancelled', 'couldNotStart']),
  /** Null unless `ended` is `exited`. */
  exitCode: z.number().int().min(0).max(0xffffffff).nullable(),
  /** Sentences of the worker; see `ActionResult`. */
  message: z.array(messageSchema),
  /** What the installer, or Windows, said last. */
  said: z.string().nullable(),
  undone: z.boolean(),
  passwordNamed: z.boolean(),
  /** True when the log file was written and may be kept. */
  logWritten: z.boolean(),
  killedProcesses: z.array(z.string()),
});
export type WorkerResult = Readonly<z.infer<typeof workerResultSchema>>;

export const workerEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('progress'),
    fraction: z.number().min(0).max(1).nullable(),
    text: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('waiting'), waitingFor: messageSchema }),
  /** What an uninstaller is seen to do. */
  z.strictObject({ kind: z.literal('doing'), doing: doingSchema }),
  /** It waits for a worker of an earlier start, which still holds the lock. */
  z.strictObject({ kind: z.literal('queued') }),
  z.strictObject({
    kind: z.literal('amsiAnswer'),
    ...amsiProbeSchema.pick({ result: true, controlResult: true, failure: true }).shape,
  }),
  z.strictObject({
    kind: z.literal('eicarAnswer'),
    ...eicarProbeSchema.pick({
      outcome: true,
      reaction: true,
      errorCode: true,
      looks: true,
      detail: true,
    }).shape,
  }),
  workerResultSchema,
]);
export type WorkerEvent = Readonly<z.infer<typeof workerEventSchema>>;

/** What the code of one worker kind gets beside its request. */
export interface WorkerControl {
  /** Aborted when the other side asked to cancel. */
  readonly cancel: AbortSignal;
  readonly emit: (event: WorkerEvent) => void;
}

/** A result in which only what is said differs from "nothing ran and nothing was written". */
export function workerResult(
  part: Partial<Omit<WorkerResult, 'kind'>> & Pick<WorkerResult, 'ended'>,
): WorkerResult {
  return {
    kind: 'result',
    exitCode: null,
    message: [],
    said: null,
    undone: false,
    passwordNamed: false,
    logWritten: false,
    killedProcesses: [],
    ...part,
  };
}
