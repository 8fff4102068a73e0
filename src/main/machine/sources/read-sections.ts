import { message, quoted, type Message } from '../../../shared/domain/message.ts';
import { setImmediate } from 'node:timers/promises';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { type Gap, unreadableSection } from '../../../shared/domain/section.ts';
import {
  bySection,
  isOnRequest,
  sectionNames,
  type SectionName,
} from '../../../shared/domain/sections.ts';
import type { InventoryRequest } from '../machine.ts';
import { FreeTime } from './free-time.ts';
import { type Collector, type Look, type Source, usualTimeLimitMs } from './source.ts';

export type Sections = Pick<Inventory, SectionName>;

export interface SectionsRequest<Context> extends Omit<InventoryRequest, 'scope'> {
  readonly source: Source<Context>;
  readonly context: Context;
  /** Told when something is not waited for any longer and still going on. */
  readonly onLeftBehind?: () => void;
}

/**
 * Reads the sections of a source one after the other, each after those it needs; what waits in the background is begun
 * first. A collector that fails or does not end makes its section unreadable and costs nothing else.
 *
 * @throws the reason of the signal when that is aborted; nothing else.
 */
export async function readSections<Context>(request: SectionsRequest<Context>): Promise<Sections> {
  const { signal } = request;
  if (signal === undefined) return await new Reading(request).all();
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => {
    request.onLeftBehind?.();
    reject(signal.reason as Error);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([new Reading(request).all(), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** A collector that minds its limit itself gets a little longer to hand over what it has. */
const withGrace = 1.25;

/** Milliseconds for a question that is asked once more. */
const againMs = 3000;

type AnySection = Inventory[SectionName];

class Reading<Context> {
  readonly #request: SectionsRequest<Context>;
  readonly #begun = new Map<SectionName, Promise<AnySection>>();
  readonly #open = new Set<SectionName>();
  readonly #total: number;
  #done = 0;

  constructor(request: SectionsRequest<Context>) {
    this.#request = request;
    const isRead = (name: SectionName) =>
      this.#isWanted(name) && this.#isAsked(name) && 'collect' in request.source[name];
    this.#total = sectionNames.filter(isRead).length;
  }

  async all(): Promise<Sections> {
    for (const name of sectionNames) if (this.#isBackground(name)) void this.#read(name);
    for (const name of sectionNames) {
      this.#request.signal?.throwIfAborted();
      if (!this.#isBackground(name)) await this.#read(name);
    }
    const read = new Map<SectionName, AnySection>();
    for (const name of sectionNames) read.set(name, await this.#readAgain(name));
    return bySection<Sections>((name) => read.get(name));
  }

  #isBackground(name: SectionName): boolean {
    const row = this.#request.source[name];
    return 'background' in row && (row.background ?? false);
  }

  /**
   * What others did not answer in time is asked once more, for a moment: a service that was still starting is up by now, and
   * what is not known decides a verdict.
   */
  async #readAgain(name: SectionName): Promise<AnySection> {
    const section = await this.#read(name);
    const row = this.#request.source[name];
    const wasLate = section.gaps.some(({ reason }) => reason === 'timedOut');
    if (!wasLate || !this.#isBackground(name) || !('collect' in row)) return section;
    const again = await this.#collect(name, { ...row, timeLimitMs: againMs });
    return again.gaps.some(({ reason }) => reason === 'timedOut') ? section : again;
  }

  /** Each section once, whoever asks for it. */
  #read(name: SectionName): Promise<AnySection> {
    const known = this.#begun.get(name);
    if (known !== undefined) return known;
    const reading = this.#begin(name);
    this.#begun.set(name, reading);
    return reading;
  }

  async #begin(name: SectionName): Promise<AnySection> {
    const row = this.#request.source[name];
    if ('notHere' in row) return unreadableSection(gapOf(name, 'notCollected', row.notHere));
    if (!this.#isAsked(name)) return unreadableSection(notAsked(name));
    if (!this.#isWanted(name)) return unreadableSection(notWanted(name));
    for (const need of row.needs ?? []) {
      const section = this.#read(need);
      if (!this.#isBackground(need)) await section;
    }
    // Lets the window stay alive between two sections.
    await setImmediate();
    this.#open.add(name);
    this.#tell();
    const section = await this.#collect(name, row);
    this.#open.delete(name);
    this.#done += 1;
    this.#tell();
    return section;
  }

  async #collect(name: SectionName, row: Collector<Context, SectionName>): Promise<AnySection> {
    const { context, onLeftBehind } = this.#request;
    const limitMs = row.timeLimitMs ?? usualTimeLimitMs;
    const late = Promise.withResolvers<AnySection>();
    const time = new FreeTime(limitMs * withGrace, () => {
      onLeftBehind?.();
      late.resolve(unreadableSection(timedOut(name, limitMs)));
    });
    try {
      const look = (other: SectionName) => this.#read(other);
      return await Promise.race([
        row.collect(context, limitMs, look as Look<SectionName>),
        late.promise,
      ]);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return unreadableSection(gapOf(name, 'failed', quoted(detail)));
    } finally {
      time.end();
    }
  }

  #isWanted(name: SectionName): boolean {
    return this.#request.only?.includes(name) !== false;
  }

  #isAsked(name: SectionName): boolean {
    return !isOnRequest(name) || this.#request.deep !== undefined;
  }

  #tell(): void {
    const reading = [...this.#open].toReversed();
    this.#request.onProgress?.({ reading, done: this.#done, total: this.#total });
  }
}

function notWanted(name: SectionName): Gap {
  return gapOf(name, 'notCollected', message('gap.notNeeded'));
}

function notAsked(name: SectionName): Gap {
  return gapOf(name, 'notCollected', message('gap.notAsked'));
}

function timedOut(name: SectionName, limitMs: number): Gap {
  return gapOf(name, 'timedOut', message('gap.tooSlow', { count: limitMs / 1000 }));
}

function gapOf(subject: SectionName, reason: Gap['reason'], detail: Message): Gap {
  return { subject, reason, detail, needsAdministrator: false };
}
