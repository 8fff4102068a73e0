import { languages } from '../../shared/domain/languages.ts';
import { message, type Message } from '../../shared/domain/message.ts';

/** What a policy writes for a flag: yes or no, a text, a number of minutes or seconds, or several texts. */
export type FlagKind = 'switch' | 'text' | 'minutes' | 'seconds' | 'list';

interface PolicyFlag {
  readonly kind: FlagKind;
  /** What it is for. */
  readonly about: Message;
}

/**
 * Every flag that a policy may set, by its name without the dashes. Which commands know it and which values it takes is said
 * where commands are made; a test holds the two together. A policy chooses neither itself nor a practice computer, which would
 * have an answer about another computer pass for one about this, nor does it say that Windows started something by itself.
 */
export const policyFlags = {
  acknowledge: { kind: 'list', about: message('terminal.flag.acknowledge') },
  all: { kind: 'switch', about: message('terminal.flag.all') },
  contract: { kind: 'text', about: message('terminal.flag.contract') },
  'continue-after-restart': {
    kind: 'switch',
    about: message('terminal.flag.continueAfterRestart'),
  },
  customer: { kind: 'text', about: message('terminal.flag.customer') },
  'data-folder': { kind: 'text', about: message('terminal.flag.dataFolder') },
  deep: { kind: 'switch', about: message('terminal.flag.deep') },
  'deep-all-disks': { kind: 'switch', about: message('terminal.flag.deepAllDisks') },
  'deep-in': { kind: 'list', about: message('terminal.flag.deepIn') },
  'dry-run': { kind: 'switch', about: message('terminal.flag.dryRun') },
  'enable-defender': { kind: 'switch', about: message('terminal.flag.enableDefender') },
  events: { kind: 'switch', about: message('terminal.flag.events') },
  format: { kind: 'text', about: message('terminal.flag.format') },
  from: { kind: 'text', about: message('terminal.flag.from') },
  include: { kind: 'list', about: message('terminal.flag.include') },
  json: { kind: 'switch', about: message('terminal.flag.json') },
  'keep-remains': { kind: 'switch', about: message('terminal.flag.keepRemains') },
  language: {
    kind: 'text',
    about: message('terminal.flag.language', { known: languages.join(', ') }),
  },
  live: { kind: 'switch', about: message('terminal.flag.live') },
  log: { kind: 'text', about: message('terminal.flag.log') },
  'log-format': { kind: 'text', about: message('terminal.flag.logFormat') },
  login: { kind: 'text', about: message('terminal.flag.login') },
  'managed-by-us': { kind: 'switch', about: message('terminal.flag.managedByUs') },
  'max-runtime': { kind: 'minutes', about: message('terminal.flag.maxRuntime') },
  message: { kind: 'text', about: message('terminal.flag.message') },
  notify: { kind: 'switch', about: message('terminal.flag.notify') },
  only: { kind: 'list', about: message('terminal.flag.only') },
  'only-dangerous': { kind: 'switch', about: message('terminal.flag.onlyDangerous') },
  out: { kind: 'text', about: message('terminal.flag.out') },
  'own-computer': { kind: 'switch', about: message('terminal.flag.ownComputer') },
  package: { kind: 'list', about: message('terminal.flag.package') },
  'password-env': { kind: 'list', about: message('terminal.flag.passwordEnv') },
  'password-file': { kind: 'list', about: message('terminal.flag.passwordFile') },
  'password-stdin': { kind: 'switch', about: message('terminal.flag.passwordStdin') },
  'protection-wait': { kind: 'minutes', about: message('terminal.flag.protectionWait') },
  'reactivate-defender': { kind: 'switch', about: message('terminal.flag.reactivateDefender') },
  'require-replacement': { kind: 'switch', about: message('terminal.flag.requireReplacement') },
  restart: { kind: 'text', about: message('terminal.flag.restart') },
  'restart-delay': { kind: 'seconds', about: message('terminal.flag.restartDelay') },
  'strict-remains': { kind: 'switch', about: message('terminal.flag.strictRemains') },
  technician: { kind: 'text', about: message('terminal.flag.technician') },
  ticket: { kind: 'text', about: message('terminal.flag.ticket') },
  'time-limit': { kind: 'minutes', about: message('terminal.flag.timeLimit') },
  unattended: { kind: 'switch', about: message('terminal.flag.unattended') },
  yes: { kind: 'switch', about: message('terminal.flag.yes') },
} as const satisfies Readonly<Record<string, PolicyFlag>>;

export type FlagName = keyof typeof policyFlags;
export const flagNames = Object.keys(policyFlags) as [FlagName, ...FlagName[]];

export function isFlagName(name: string): name is FlagName {
  return Object.hasOwn(policyFlags, name);
}

/** The commands that change something, or undo or end it; each can be forbidden. */
export const changingCommands = [
  'clean',
  'protection',
  'purge',
  'remove',
  'restore',
  'resume',
] as const;

export type Forbiddable = (typeof changingCommands)[number] | `--${FlagName}`;

/** Everything that a policy may forbid, written as it is typed. */
export const forbiddable: readonly [Forbiddable, ...Forbiddable[]] = [
  'clean',
  ...changingCommands.slice(1),
  ...flagNames.map((name) => `--${name}` as const),
];

/** Flags that say the same: what is forbidden or chosen of one holds for the other. */
const otherNames: Readonly<Partial<Record<FlagName, FlagName>>> = {
  'enable-defender': 'reactivate-defender',
};

export function usualName(name: FlagName): FlagName {
  return otherNames[name] ?? name;
}

/** Answers to one question: where a person gives one, a policy does not add another. */
const alternatives: readonly (readonly FlagName[])[] = [
  ['all', 'include', 'only'],
  ['contract', 'events', 'json'],
  ['deep', 'deep-all-disks', 'deep-in'],
  ['keep-remains', 'only-dangerous'],
  ['managed-by-us', 'own-computer'],
  ['enable-defender', 'reactivate-defender'],
];

/** The flag itself, and the other answers to what it answers. */
export function answersLike(name: FlagName): readonly FlagName[] {
  return alternatives.find((names) => names.includes(name)) ?? [name];
}
