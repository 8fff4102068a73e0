import type { Message } from '../../shared/domain/message.ts';
import type { Translator } from '../../shared/words/translator.ts';
import type { Policy } from '../policy/policy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { commandAt } from './flags/command-at.ts';
import { valueOf } from './flags/value-of.ts';
import { commandLine } from './program.ts';
import { got, not, type Got } from './results/command-end.ts';
import type { Terminal } from './terminal/terminal.ts';

/** The arguments that count, and the policy that they came of. */
export interface Effective {
  readonly argv: readonly string[];
  readonly policy: Policy;
  /** What of it is forbidden, so that nothing is begun. */
  readonly forbidden: Message | null;
  /** What lies where a policy is looked for and was not believed. */
  readonly ignored: Message | null;
}

/** Commands about the program itself answer everywhere in the same way, and practice is no use of this computer. */
const ungoverned: ReadonlySet<string> = new Set([
  'exit-codes',
  'help',
  'practice',
  'schema',
  'version',
]);

/**
 * The arguments with what the policy of this computer adds to them. Everything that is decided by arguments, also what is
 * looked up before they are parsed, is decided by these.
 */
export async function effectiveArguments(
  argv: readonly string[],
  terminal: Terminal,
  words: Translator,
): Promise<Got<Effective>> {
  const none = { argv, policy: [], forbidden: null, ignored: null };
  const name = argv[commandAt(argv)];
  if (name === undefined || ungoverned.has(name)) return got(none);
  const read = await readPolicy(valueOf(argv, '--policy'));
  if (!read.ok) return not('badPolicy', read.why);
  const { policy, ignored } = read;
  if (policy.length === 0) return got({ argv, policy, forbidden: null, ignored });
  const { governedCommand, withPolicy } = await import('./flags/with-policy.ts');
  const command = governedCommand(argv, commandLine(terminal, words, { ...nobody, command: name }));
  if (command === null) return got(none);
  const effective = withPolicy(argv, command, policy);
  if (!effective.ok) return not('badPolicy', effective.why);
  return got({ argv: effective.argv, policy, forbidden: effective.forbidden, ignored });
}

const nobody = { onCommand: () => {}, onHelp: () => {}, onEnd: () => {} };
