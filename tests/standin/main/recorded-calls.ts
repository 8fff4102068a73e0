export interface RecordedCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** What the app asked the desktop to do. Only the stand-in has this list: shared specs replace the call instead. */
export const recordedCalls: RecordedCall[] = [];

export function recordCall(name: string, args: readonly unknown[]): void {
  recordedCalls.push({ name, args });
}
