import type { Reply } from '../../../shared/contract/contract.ts';
import type { GuidePolicy, GuideSnapshot } from '../../../shared/contract/guide.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { cutoverVersion } from '../../session/cutover-version.ts';
import { HeldSecrets } from '../../session/held-secrets.ts';
import { withTechnician } from '../../session/technician-notes.ts';
import { caseOn } from './begin-case.ts';
import { CurrentMachine } from './current-machine.ts';
import { earlierRun } from './earlier-run.ts';
import type { GuideMachine } from './guide-machine.ts';
import { GuideStore } from './guide-store.ts';
import { moves, objection, type GuideMove, type GuideMoveInput, type GuideParts } from './moves.ts';
import { ProtectionJobs } from './protection-jobs.ts';
import { QuarantineJobs } from './quarantine-jobs.ts';
import { isWorking } from './reasons.ts';
import { Removals } from './removals.ts';
import { Scanner } from './scanner.ts';

export interface GuideOptions {
  readonly machines: readonly GuideMachine[];
  readonly technicianMode: boolean;
  /** BCP 47 tag. */
  readonly language: string;
  readonly policy?: GuidePolicy;
}

/** Everything about the case in hand that reports and bundles are made from. */
export interface CaseInHand {
  readonly inventory: Inventory | null;
  readonly record: RunRecord | null;
  /** Folder of the run; null when there is none. */
  readonly runPath: string | null;
}

/** What comes with a move; nothing where it needs nothing. */
type MoveArguments<Name extends GuideMove> =
  undefined extends GuideMoveInput<Name> ? readonly [] : readonly [GuideMoveInput<Name>];

/**
 * The guide behind the window: holds what a person was shown and answered, and drives engine and machine by its
 * moves. Knows no window, so that one can be closed and opened again while a removal goes on.
 */
export class Guide {
  readonly #parts: GuideParts;

  constructor(options: GuideOptions) {
    this.#parts = partsOf(options);
  }

  get snapshot(): GuideSnapshot {
    return this.#parts.store.snapshot;
  }

  get isRemoving(): boolean {
    return this.snapshot.run.state === 'running';
  }

  /** The computer is being changed; whoever ends the program now leaves that half done. */
  get isChanging(): boolean {
    const { reactivation, quarantine } = this.snapshot;
    return (
      this.isRemoving || reactivation.progress.state === 'running' || isWorking(quarantine.work)
    );
  }

  /** Returns how to stop. */
  onChange(listener: (snapshot: GuideSnapshot) => void): () => void {
    return this.#parts.store.onChange(listener);
  }

  /** Makes a move, or says why not. */
  async move<Name extends GuideMove>(
    name: Name,
    ...[input]: MoveArguments<Name>
  ): Promise<Reply<GuideSnapshot>> {
    // Moves that need nothing get nothing; the compiler cannot follow that.
    const given = input as GuideMoveInput<Name>;
    const problem = objection(this.snapshot, name, given);
    if (problem !== null) return { ok: false, problem };
    await moves[name].make(this.#parts, given);
    return { ok: true, value: this.snapshot };
  }

  caseInHand(): CaseInHand {
    const { scanner, removals } = this.#parts;
    const { run, technician } = this.snapshot;
    const record = run.state === 'ended' || run.state === 'stopped' ? run.record : null;
    const noted = record === null ? null : withTechnician(record, technician);
    return { inventory: scanner.inventory, record: noted, runPath: removals.path };
  }

  /** Before the program ends: a live check clears up behind itself. */
  async settle(): Promise<void> {
    await this.#parts.protection.settle();
  }
}

function partsOf({
  machines,
  technicianMode,
  language,
  policy = { forbids: [], broken: null },
}: GuideOptions): GuideParts {
  const { place, earlier } = whereToBegin(machines);
  const since = new Date(earlier?.startedAt ?? Date.now());
  const store = new GuideStore({
    version: cutoverVersion,
    machines: machines.map(({ choice }) => choice),
    ...caseOn(place, earlier, since),
    technicianMode,
    technician: earlier?.technician ?? { ticket: '', technician: '', customer: '' },
    language,
    policy,
  });
  const secrets = new HeldSecrets();
  const machine = new CurrentMachine(machines, place);
  const scanner = new Scanner(store, machine);
  const quarantine = new QuarantineJobs({ store, machine, scanner }, since);
  const onChanged = () => quarantine.refresh();
  const removals = new Removals({ store, machine, secrets, onChanged });
  removals.takeOver(earlier?.path ?? null);
  const protection = new ProtectionJobs({ store, machine, scanner, onChanged });
  return { store, secrets, machine, scanner, removals, protection, quarantine };
}

/** This computer where it can be used, else a practice computer, one with something unfinished first. */
function whereToBegin(machines: readonly GuideMachine[]) {
  const usable = machines.filter(({ choice }) => choice.unavailable === null);
  const first = usable[0];
  if (first === undefined) throw new Error('There is no machine to begin with.');
  const candidates = first.choice.kind === 'thisComputer' ? [first] : usable;
  for (const place of candidates) {
    const earlier = earlierRun(place);
    if (earlier !== null) return { place, earlier };
  }
  return { place: first, earlier: null };
}
