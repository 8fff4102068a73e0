import type { Command, Option } from 'commander';
import { message, type Message } from '../../../shared/domain/message.ts';
import { commandAt } from './command-at.ts';
import { forbiddenBy, type Policy, type PolicyLayer } from '../../policy/policy.ts';
import {
  answersLike,
  isFlagName,
  type FlagName,
  type Forbiddable,
} from '../../policy/policy-flags.ts';

/** Arguments as if a person had typed those of the policy too, and what of them is forbidden; or what is wrong in the policy. */
export type EffectiveArguments =
  | { readonly ok: true; readonly argv: readonly string[]; readonly forbidden: Message | null }
  | { readonly ok: false; readonly why: Message };

/** The command that arguments name, where a policy can have a say in it. */
export function governedCommand(argv: readonly string[], program: Command): Command | null {
  const at = commandAt(argv);
  const command = program.commands.find((each) => each.name() === argv[at]);
  return command !== undefined && knows(command, 'policy') ? command : null;
}

/**
 * What a person typed beats the file, which beats Group Policy; an answer to the same question by another flag counts as one.
 * What is forbidden is forbidden however it came.
 */
export function withPolicy(
  argv: readonly string[],
  command: Command,
  policy: Policy,
): EffectiveArguments {
  const at = commandAt(argv);
  const flags = typedFlags(argv.slice(at + 1), command);
  const settled = new Set<FlagName>([...flags].filter(isFlagName).flatMap(answersLike));
  const added: string[] = [];
  for (const layer of flags.has('no-policy') ? [] : policy) {
    const fresh = [...layer.flags].filter(([name]) => !settled.has(name));
    for (const [name, given] of fresh) {
      const option = optionNamed(command, name);
      if (option === undefined || given === null) continue;
      const reason = wrongValue(option, given);
      if (reason !== null) return wrongIn(layer, name, reason);
      added.push(...asTyped(name, given));
      flags.add(name);
    }
    for (const [name] of fresh) answersLike(name).forEach((like) => settled.add(like));
  }
  return {
    ok: true,
    argv: [...argv.slice(0, at + 1), ...added, ...argv.slice(at + 1)],
    forbidden: forbiddenOf(command, flags, policy),
  };
}

function wrongIn({ source }: PolicyLayer, name: string, reason: string): EffectiveArguments {
  const what = message('terminal.policyWrongValue', { name, reason });
  return { ok: false, why: message('policy.broken', { source, what }) };
}

/** A switch is given nothing with it. */
function asTyped(name: string, given: readonly string[]): readonly string[] {
  return given.length === 0 ? [`--${name}`] : given.map((each) => `--${name}=${each}`);
}

/** The names of the flags among the arguments of a command, without their dashes. */
function typedFlags(args: readonly string[], command: Command): Set<string> {
  const names = new Set<string>();
  for (let index = 0; index < args.length; index++) {
    const [flag = '', value] = (args[index] ?? '').split('=', 2);
    if (flag === '--') break;
    if (!flag.startsWith('-')) continue;
    const name = flag === '-h' ? 'help' : flag.slice(2);
    names.add(name);
    if (value === undefined && optionNamed(command, name)?.required === true) index += 1;
  }
  return names;
}

function optionNamed(command: Command, name: string): Option | undefined {
  return command.options.find(({ long }) => long === `--${name}`);
}

function knows(command: Command, name: string): boolean {
  return optionNamed(command, name) !== undefined;
}

/** What commander would have against it, which then would not say that a policy has it. */
function wrongValue(option: Option, given: readonly string[]): string | null {
  try {
    for (const value of given) option.parseArg?.(value, undefined);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Help changes nothing, whatever it is about. */
function forbiddenOf(command: Command, flags: ReadonlySet<string>, policy: Policy): Message | null {
  if (flags.has('help')) return null;
  const asked = [command.name(), ...[...flags].map((name) => `--${name}`)];
  for (const what of asked) {
    const source = forbiddenBy(policy, what as Forbiddable);
    if (source !== null) return message('terminal.policyForbids', { what, source });
  }
  return null;
}
