/** The time as the engine sees it, so that a test can decide it. */
export interface Clock {
  /** What the clock of the computer shows, for what is written down. It may be set at any moment. */
  now(): Date;
  /** Milliseconds since some moment, by a clock that nobody can set: for how long something takes. */
  ticks(): number;
}

export const systemClock: Clock = { now: () => new Date(), ticks: () => performance.now() };
