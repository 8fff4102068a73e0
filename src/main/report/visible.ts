/**
 * Characters that no reader sees but that change what is seen (controls, marks that turn the direction of
 * writing) become a sign that something stood there. A name on a machine is not to be trusted with them.
 */
export function visible(text: string): string {
  return text.replaceAll(/[\t\n\v\f\r]+/g, ' ').replaceAll(hiddenCharacters, '\uFFFD');
}

/** Controls and marks of direction; each is one UTF-16 unit. */
export const hiddenCharacters =
  /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu;
