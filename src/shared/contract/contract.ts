import { z } from 'zod';
import type { BundleFile, GuideSnapshot } from './guide.ts';
import { moveInputs, moveNames, type MoveName } from './move-inputs.ts';
import type { Problem } from './problem.ts';

/** What a call of the window comes back with; a failure is data that the window has words for, never a throw. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** One call from the window to the engine: how its input is checked before anything runs, and what comes back. */
export interface Call<Input extends z.ZodType, Output> {
  readonly direction: 'call';
  readonly input: Input;
  /** Carries the type only. */
  readonly output?: Output;
}

/** One event from the engine to the window. */
export interface Event<Payload> {
  readonly direction: 'event';
  readonly payload?: Payload;
}

function call<Output>() {
  return <Input extends z.ZodType>(input: Input): Call<Input, Output> => ({
    direction: 'call',
    input,
  });
}

function event<Payload>(): Event<Payload> {
  return { direction: 'event' };
}

/** A move answers with the whole state of the guide. */
type Moves = {
  readonly [Name in MoveName]: Call<(typeof moveInputs)[Name], GuideSnapshot>;
};

const moves = Object.fromEntries(
  moveNames.map((name) => [name, call<GuideSnapshot>()(moveInputs[name])]),
) as unknown as Moves;

const nothing = z.undefined();

/**
 * The whole contract between window and engine. Both ends are derived from it, and no channel is named
 * anywhere else. The window chooses among what the engine found, by id; it never sends a path, a command or a
 * registry key. Files are chosen in the system's own dialogues, by the engine's side.
 */
export const contract = {
  snapshot: call<GuideSnapshot>()(nothing),
  ...moves,
  saveReport: call<{ readonly savedTo: string | null }>()(z.enum(['html', 'json'])),
  printReport: call<null>()(nothing),
  summaryText: call<string>()(nothing),
  copySummary: call<null>()(nothing),
  exportInventory: call<{ readonly savedTo: string | null }>()(nothing),
  importInventory: call<GuideSnapshot>()(nothing),
  previewBundle: call<readonly BundleFile[]>()(nothing),
  saveBundle: call<{ readonly savedTo: string | null }>()(nothing),
  openLink: call<null>()(z.enum(['defender', 'windowsSecurity', 'kaspersky'])),
  /** Starts the window once more, as administrator, and ends this one. */
  elevate: call<null>()(nothing),
  changed: event<GuideSnapshot>(),
} as const;

export type Contract = typeof contract;

export type CallName = {
  [Name in keyof Contract]: Contract[Name] extends { direction: 'call' } ? Name : never;
}[keyof Contract];

export type EventName = {
  [Name in keyof Contract]: Contract[Name] extends { direction: 'event' } ? Name : never;
}[keyof Contract];

export type InputOf<Name extends CallName> =
  Contract[Name] extends Call<infer Input, unknown> ? z.infer<Input> : never;
export type OutputOf<Name extends CallName> = Exclude<Contract[Name]['output'], undefined>;
export type PayloadOf<Name extends EventName> = Exclude<Contract[Name]['payload'], undefined>;

/** The names of all calls; the preload and the server end are made from it. */
export const callNames = namesOf('call') as readonly CallName[];
export const eventNames = namesOf('event') as readonly EventName[];

function namesOf(direction: 'call' | 'event'): readonly string[] {
  return Object.entries(contract).flatMap(([name, entry]) =>
    entry.direction === direction ? [name] : [],
  );
}

/** What the page sees as `window.cutover`. */
export type Bridge = {
  readonly [Name in CallName]: (
    ...input: InputOf<Name> extends undefined ? readonly [] : readonly [InputOf<Name>]
  ) => Promise<Reply<OutputOf<Name>>>;
} & {
  /** Listens to an event; returns how to stop. */
  readonly on: <Name extends EventName>(
    name: Name,
    listener: (payload: PayloadOf<Name>) => void,
  ) => () => void;
};
