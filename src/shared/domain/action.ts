import { z } from 'zod';
import type { Immutable } from './immutable.ts';
import { messageSchema } from './message-schema.ts';
import { quarantineActionSchemas, quarantineBeforeSchemas } from './quarantine-actions.ts';
import { repairActionSchemas, repairBeforeSchemas } from './repair-actions.ts';
import { restartActionSchemas, restartBeforeSchemas } from './restart/restart-actions.ts';

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
 * Who made a program, as it was when it was judged: the organization of its valid signature, or the company that an unsigned
 * one names. It is asked of the file again before that runs.
 */
const makerSchema = z.object({ signed: z.boolean(), name: text });
export type Maker = Immutable<z.infer<typeof makerSchema>>;

/**
 * Packages that a person handed in for a product of which Windows Installer has lost its own, and who may have signed one.
 * Which of them is the right one, and whether any is, is found out in the moment of acting.
 */
const handedInSchema = z.object({
  files: z.array(text),
  /** Regular expressions for the organization of a valid signature. */
  signers: z.array(text),
});
export type HandedIn = Immutable<z.infer<typeof handedInSchema>>;

const startTypeSchema = z.enum(['boot', 'system', 'auto', 'demand', 'disabled']);
/** How Windows starts a service or driver. */
export type StartType = z.infer<typeof startTypeSchema>;

const registryValue = {
  /** Full native path. */
  key: text,
  name: text,
};

/**
 * Everything Cutover can do to a machine. Closed on purpose: what is not here cannot be done. Two take a product off.
 * The next ones are about Microsoft Defender, and their performers refuse every service, key and value that is not
 * Defender's own, tamper protection and what it guards, and every policy that somebody else may have set. Then come those
 * that mend what a product left that hurts, and those that clean up behind one that is gone; their performers refuse what
 * is still of use to anybody. The last ones let a run go on after a restart of Windows, and bring that restart about.
 */
export const actionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('uninstallMsi'),
    productCode: text,
    properties: z.record(text, text),
    secretProperties: z.array(secretPropertySchema),
    /** Missing where Windows Installer has its own package, or nobody handed one in. */
    handedIn: handedInSchema.optional(),
  }),
  z.object({
    kind: z.literal('runUninstaller'),
    program: text,
    args: z.array(text),
    workingFolder: text,
    /** Null where nobody looked at the file, which then never runs; version 0.1.0 did not say so. */
    maker: makerSchema.nullable().default(null),
  }),
  z.object({ kind: z.literal('startService'), name: text }),
  z.object({
    kind: z.literal('setServiceStart'),
    name: text,
    start: startTypeSchema,
    /** How it starts now; where it starts in any other way nothing is changed. */
    expected: startTypeSchema,
  }),
  z.object({
    kind: z.literal('removeRegistryValue'),
    ...registryValue,
    /** What the value holds; with anything else in it nothing is removed. */
    expectedData: z.number(),
  }),
  /** Only where nothing stands now. */
  z.object({ kind: z.literal('writeRegistryValue'), ...registryValue, data: z.number() }),
  z.object({ kind: z.literal('updateDefenderSignatures') }),
  ...repairActionSchemas,
  ...quarantineActionSchemas,
  ...restartActionSchemas,
]);
export type Action = Immutable<z.infer<typeof actionSchema>>;
export type ActionKind = Action['kind'];
export type ActionOf<Kind extends ActionKind> = Extract<Action, { readonly kind: Kind }>;

/** How a product is taken off a machine. */
export type RemovalAction = ActionOf<'uninstallMsi' | 'runUninstaller'>;

/** Anything else: it changes a setting of Windows. */
export type ChangeAction = Exclude<Action, RemovalAction>;

/** What is done to Microsoft Defender. */
export type DefenderAction = Exclude<ChangeAction, RepairAction | QuarantineAction | RestartAction>;

/** What mends a danger, or takes the mending back. */
export type RepairAction = ActionOf<(typeof repairActionSchemas)[number]['shape']['kind']['value']>;

const repairKinds: ReadonlySet<string> = new Set(
  repairActionSchemas.map(({ shape }) => shape.kind.value),
);

export function isRepair(action: Action): action is RepairAction {
  return repairKinds.has(action.kind);
}

/** What cleans up behind a product that is gone, or brings that back. */
export type QuarantineAction = ActionOf<
  (typeof quarantineActionSchemas)[number]['shape']['kind']['value']
>;

/** What is done around a restart of Windows. */
export type RestartAction = ActionOf<
  (typeof restartActionSchemas)[number]['shape']['kind']['value']
>;

/** What stood there before an action, as far as it is needed to take the action back. */
export const beforeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('serviceStart'), start: startTypeSchema }),
  /** Null where there was no such value. */
  z.object({ kind: z.literal('registryNumber'), data: z.number().nullable() }),
  ...repairBeforeSchemas,
  ...quarantineBeforeSchemas,
  ...restartBeforeSchemas,
]);
export type Before = Immutable<z.infer<typeof beforeSchema>>;

/**
 * Everything that is known after an action ended. Says what happened, not whether that was good: the engine
 * reads the exit code, and asks the machine again.
 */
const resultSchema = z.object({
  ended: z.enum(['exited', 'timedOut', 'cancelled', 'couldNotStart', 'crashed']),
  /** Of the installer or uninstaller; null unless `ended` is `exited`. */
  exitCode: z.number().int().nullable(),
  startedAt: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  /** What ran, without secrets, for the record. */
  command: text,
  /** What is known beside its code: why nothing was started, what may still go on. Sentences. */
  message: z.array(messageSchema),
  /** What the installer, or Windows, said last, in its own words. */
  said: text.nullable(),
  /** The installer took back what it had done. */
  undone: z.boolean().default(false),
  /** Its log names a property that takes a password, and not only because we gave it one. */
  passwordNamed: z.boolean().default(false),
  logFile: text.nullable(),
  /** Processes of the uninstaller that were ended by force when the time limit was reached. */
  killedProcesses: z.array(text),
});
export type ActionResult = Immutable<z.infer<typeof resultSchema>>;

const version1 = z.looseObject({ message: text.nullable() });

/** Version 0.1.0 had one text for both, most often the words of an installer. */
export const actionResultSchema = z.preprocess((written) => {
  const { data } = version1.safeParse(written);
  return data === undefined ? written : { ...data, message: [], said: data.message };
}, resultSchema);
