import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CallName, InputOf, OutputOf, Reply } from '../../shared/contract/contract.ts';
import type { GuideSnapshot } from '../../shared/contract/guide.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { bridge } from './bridge.ts';
import { newestSnapshot } from './newest-snapshot.ts';

/** Calls that answer with the whole state of the guide. */
export type ActName = {
  [Name in CallName]: OutputOf<Name> extends GuideSnapshot ? Name : never;
}[CallName];

/** Calls that answer with something else. */
export type AskName = Exclude<CallName, ActName>;

export interface Connection {
  /** Null until the engine has answered for the first time. */
  readonly snapshot: GuideSnapshot | null;
  /** Why the last call failed; null when it did not. */
  readonly problem: Problem | null;
  readonly forgetProblem: () => void;
  /** Calls the engine and shows its new state. False when it refused; the reason is the `problem`. */
  readonly act: <Name extends ActName>(name: Name, ...input: Args<Name>) => Promise<boolean>;
  /** Calls the engine for a value. Null when it refused; the reason is the `problem`. */
  readonly ask: <Name extends AskName>(
    name: Name,
    ...input: Args<Name>
  ) => Promise<{ readonly value: OutputOf<Name> } | null>;
}

type Args<Name extends CallName> =
  InputOf<Name> extends undefined ? readonly [] : readonly [InputOf<Name>];

/** The window's end of the contract. `first` is what was asked for before anything was drawn. */
export function useConnection(first: GuideSnapshot | null): Connection {
  const [snapshot, setSnapshot] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);
  const show = useCallback((arrived: GuideSnapshot) => {
    setSnapshot((known) => newestSnapshot(known, arrived));
  }, []);

  const ask = useCallback<Connection['ask']>(async (name, ...input) => {
    const reply = await send(name, input[0]);
    setProblem(reply.ok ? null : reply.problem);
    return reply.ok ? { value: reply.value } : null;
  }, []);

  const act = useCallback<Connection['act']>(
    async (name, ...input) => {
      const reply = await send(name, input[0]);
      setProblem(reply.ok ? null : reply.problem);
      if (reply.ok) show(reply.value);
      return reply.ok;
    },
    [show],
  );

  useEffect(() => {
    const stop = bridge().on('changed', show);
    void act('snapshot');
    return stop;
  }, [act, show]);

  const forgetProblem = useCallback(() => setProblem(null), []);
  return useMemo(
    () => ({ snapshot, problem, forgetProblem, act, ask }),
    [snapshot, problem, forgetProblem, act, ask],
  );
}

/** The union of all calls cannot be called in TypeScript; name and input belong together by the types above. */
async function send<Name extends CallName>(
  name: Name,
  input: unknown,
): Promise<Reply<OutputOf<Name>>> {
  const call = bridge()[name] as unknown as (input: unknown) => Promise<Reply<OutputOf<Name>>>;
  return await call(input);
}
