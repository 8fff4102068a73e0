/** Environment variables by upper-case name. */
export type Variables = ReadonlyMap<string, string>;

/** Replaces `%NAME%` by its value, without regard to case. A name that is not known stays as it is. */
export function expandVariables(text: string, variables: Variables): string {
  return text.replace(
    /%([^%]+)%/g,
    (whole, name: string) => variables.get(name.toUpperCase()) ?? whole,
  );
}
