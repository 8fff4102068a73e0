/** Closes a switch over a union: the compiler refuses a forgotten case, and a forged value throws. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
