/** Narrows an id of a closed list to some of them, so that the compiler knows which of them need a message. */
export function isOneOf<Some extends string>(some: readonly Some[], id: string): id is Some {
  return some.some((each) => each === id);
}
