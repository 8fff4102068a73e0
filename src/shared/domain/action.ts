import { z } from 'zod';
import type { Immutable } from './immutable.ts';

const text = z.string();

/** The passwords an action may need. A password itself never stands in a plan, a journal or a record. */
export const secretRefSchema = z.enum(['kaspersky', 'agent']);
export const secretRefs = secretRefSchema.options;
export type SecretRef = z.infer<typeof secretRefSchema>;

/** A Windows Installer property whose value is a secret, and how the product wants it written. */
const secretPropertySchema = z.object({
  name: text,
  secret: secretRefSchema,
  encoding: z.enum(['plain', 'utf16leHex']),
});
export type SecretProperty = Immutable<z.infer<typeof secretPropertySchema>>;

/**
 * How a product is taken off a machine. None of these can be undone by Cutover; the vendor's own installer is the
 * way back, see {@link undoOf}.
 */
export const removalActionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('uninstallMsi'),
    productCode: text,
    properties: z.record(text, text),
    secretProperties: z.array(secretPropertySchema),
  }),
  z.object({
    kind: z.literal('runUninstaller'),
    program: text,
    args: z.array(text),
    workingFolder: text,
  }),
]);
export type RemovalAction = Immutable<z.infer<typeof removalActionSchema>>;

/**
 * How Microsoft Defender is brought back. The executor refuses every service, key and value that is not Defender's
 * own, tamper protection and what it guards, and every policy that somebody else may have set.
 */
const protectionActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('startService'), name: text }),
  z.object({
    kind: z.literal('setServiceStart'),
    name: text,
    start: z.enum(['boot', 'auto', 'demand']),
  }),
  z.object({
    kind: z.literal('removeRegistryValue'),
    /** Full native path. */
    key: text,
    name: text,
    /** What the value holds; with anything else in it nothing is removed. Needed to put it back. */
    expectedData: z.number(),
  }),
  z.object({ kind: z.literal('updateDefenderSignatures') }),
]);
export type ProtectionAction = Immutable<z.infer<typeof protectionActionSchema>>;

/** Everything Cutover can do to a machine. Closed on purpose: what is not here cannot be done. */
export type Action = RemovalAction | ProtectionAction;

/** How an action is undone, in words for a person. */
export function undoOf(action: Action): string {
  switch (action.kind) {
    case 'uninstallMsi':
    case 'runUninstaller':
      return 'Cannot be undone. The way back is to install the product again with its own installer.';
    case 'startService':
      return `Stop the service ${action.name} again. Another antivirus that takes over stops it by itself.`;
    case 'setServiceStart':
      return `Set the start of the service ${action.name} back to what the log of the action says it was.`;
    case 'removeRegistryValue':
      return `Write the value ${action.name} (REG_DWORD ${action.expectedData}) again below ${action.key}.`;
    case 'updateDefenderSignatures':
      return 'Cannot be undone and need not be: newer signatures replace older ones.';
  }
}

/**
 * Everything that is known after an action ended. Says what happened, not whether that was good: the engine
 * reads the exit code, and asks the machine again.
 */
export const actionResultSchema = z.object({
  ended: z.enum(['exited', 'timedOut', 'cancelled', 'couldNotStart', 'crashed']),
  /** Of the installer or uninstaller; null unless `ended` is `exited`. */
  exitCode: z.number().int().nullable(),
  startedAt: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  /** What ran, without secrets, for the record. */
  command: text,
  /** What it said last, or why it could not start. */
  message: text.nullable(),
  logFile: text.nullable(),
  /** Processes of the uninstaller that were ended by force when the time limit was reached. */
  killedProcesses: z.array(text),
});
export type ActionResult = Immutable<z.infer<typeof actionResultSchema>>;
