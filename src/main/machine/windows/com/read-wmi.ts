import { FreeTime } from '../../sources/free-time.ts';
import { message, quoted, type Message } from '../../../../shared/domain/message.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Gap,
  type GapReason,
  readSection,
  unreadableSection,
} from '../../../../shared/domain/section.ts';
import { type ComAnswer, releaseCom } from '../ffi/com.ts';
import type { WbemValue } from '../ffi/variant.ts';
import {
  connectWbem,
  nextObject,
  propertyOf,
  queryWbem,
  wbem,
  wbemErrorName,
} from '../ffi/wbem.ts';
import { describeWin32Error } from '../ffi/win32-error.ts';
import { limited } from './limiter.ts';
import { elevation } from '../system/elevation.ts';
import { inApartment } from './in-apartment.ts';
import { withTimeLimit } from './time-limit.ts';

/** An object of WMI: those of the properties asked for that it has. */
export type WmiRow = ReadonlyMap<string, WbemValue>;

export interface WmiQuestion<T> {
  /** For example `ROOT\SecurityCenter2`. */
  readonly namespace: string;
  readonly classes: readonly string[];
  readonly properties: readonly string[];
  /** Makes items of a row; what is wrong with it goes to `addGap`. */
  readonly itemsOf: (
    row: WmiRow,
    className: string,
    addGap: (subject: string, detail: Message) => void,
  ) => readonly T[];
  /** Milliseconds of free time for everything together. */
  readonly limitMs: number;
}

/**
 * Asks WMI for all objects of some classes. Waiting for a provider is cut into short turns, so one that hangs costs
 * nothing but the time limit; a call that itself hangs is left behind in its background thread.
 */
export async function readWmi<T>(
  question: WmiQuestion<T>,
): Promise<ReturnType<typeof readSection<T>>> {
  const reading = new WmiReading(question);
  const work = limited(() => inApartment(() => reading.read()));
  // The reading stops by itself shortly before, unless a call does not come back.
  const result = await withTimeLimit(question.limitMs + turnMs, work);
  return reading.section(result.timedOut);
}

const turnMs = 200;
const justOnce = 1;

class WmiReading<T> {
  readonly #question: WmiQuestion<T>;
  readonly #time: FreeTime;
  readonly #items: T[] = [];
  readonly #gaps: Gap[] = [];
  #answered = false;
  #late = false;

  constructor(question: WmiQuestion<T>) {
    this.#question = question;
    this.#time = new FreeTime(question.limitMs);
  }

  async read(): Promise<void> {
    const { namespace, classes } = this.#question;
    const connected = await oneAtATime(async () =>
      this.#isLate() ? null : await connectWbem(namespace),
    );
    if (connected === null) return;
    const services = this.#take(namespace, connected);
    if (services === null) return;
    try {
      for (const name of classes) if (!this.#isLate()) await this.#readClass(services, name);
    } finally {
      await releaseCom(services);
    }
  }

  /** What is known by now. `stuck`: a call has not come back, and what it brings later counts no more. */
  section(stuck: boolean): ReturnType<typeof readSection<T>> {
    this.#time.end();
    const gaps = stuck || this.#late ? [...this.#gaps, this.#lateGap()] : [...this.#gaps];
    return this.#answered ? readSection([...this.#items], gaps) : unreadableSection(...gaps);
  }

  async #readClass(services: bigint, className: string): Promise<void> {
    const subject = `${this.#question.namespace}: ${className}`;
    const query = `SELECT * FROM ${className}`;
    const enumerator = this.#take(subject, await queryWbem(services, query));
    if (enumerator === null) return;
    try {
      while (await this.#readNext(enumerator, className, subject));
    } finally {
      await releaseCom(enumerator);
    }
  }

  /** True while there may be more. */
  async #readNext(enumerator: bigint, className: string, subject: string): Promise<boolean> {
    const next = await nextObject(enumerator, turnMs);
    if (next.state === 'failed') this.#take(subject, { ok: false, code: next.code });
    if (next.state === 'end') this.#answered = true;
    if (next.state === 'notYet') {
      // A provider in our own process may answer at once that it has nothing yet.
      await sleep(justOnce);
      return !this.#isLate();
    }
    if (next.state !== 'object') return false;
    const row = await this.#readRow(next.object, subject);
    const addGap = (what: string, detail: Message) => this.#addGap(`${subject}, ${what}`, detail);
    this.#items.push(...this.#question.itemsOf(row, className, addGap));
    this.#answered = true;
    return !this.#isLate();
  }

  async #readRow(object: bigint, subject: string): Promise<WmiRow> {
    const row = new Map<string, WbemValue>();
    try {
      for (const name of this.#question.properties) {
        const answer = await propertyOf(object, name);
        // Which properties a class has depends on the version of the product.
        if (!answer.ok && answer.code === wbem.notFound) continue;
        const value = this.#take(`${subject}, ${name}`, answer);
        if (answer.ok) row.set(name, value);
      }
    } finally {
      await releaseCom(object);
    }
    return row;
  }

  /** The value of an answer, or null and a gap. */
  #take<V>(subject: string, answer: ComAnswer<V>): V | null {
    if (answer.ok) return answer.value;
    this.#gaps.push(wbemGap(subject, answer.code));
    return null;
  }

  #addGap(subject: string, detail: Message): void {
    this.#gaps.push({ subject, reason: 'failed', detail, needsAdministrator: false });
  }

  #isLate(): boolean {
    this.#late ||= this.#time.isOver;
    return this.#late;
  }

  #lateGap(): Gap {
    const { namespace, limitMs } = this.#question;
    const detail = message('gap.noAnswer', { count: limitMs / 1000 });
    return { subject: namespace, reason: 'timedOut', detail, needsAdministrator: false };
  }
}

const reasons: Readonly<Record<number, GapReason>> = {
  [wbem.invalidNamespace]: 'notSupported',
  [wbem.invalidClass]: 'notSupported',
  [wbem.accessDenied]: 'accessDenied',
  [wbem.timedOut]: 'timedOut',
  0x80070005: 'accessDenied',
  0x80040154: 'notSupported',
};

function wbemGap(subject: string, code: number): Gap {
  const reason = reasons[code] ?? 'failed';
  const name = wbemErrorName(code);
  const number = `0x${code.toString(16).toUpperCase()}`;
  return {
    subject,
    reason,
    detail: quoted(name === null ? describeWin32Error(code) : `${name} (${number})`),
    needsAdministrator: reason === 'accessDenied' && !elevation().administrator,
  };
}

let lane: Promise<unknown> = Promise.resolve();

/** Connections are made one after the other, because one that never comes back holds a background thread for good. */
async function oneAtATime<T>(connect: () => Promise<T>): Promise<T> {
  const turn = lane.then(connect);
  lane = turn.catch(() => undefined);
  return turn;
}
