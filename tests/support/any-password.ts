import fc from 'fast-check';

/** Passwords with everything that some notation writes differently; no other text of a test holds one by chance. */
export const anyPassword = fc
  .string({ unit: 'grapheme', minLength: 2, maxLength: 12 })
  .filter((text) => !text.includes('*'))
  .map((text) => `Q"${text}\\ß`);

/** All the ways in which the program, Windows Installer or a broken worker may write a password. */
export function everySpelling(password: string): readonly string[] {
  const hex = Buffer.from(password, 'utf16le').toString('hex');
  return [
    password,
    password.replaceAll('"', '""'),
    JSON.stringify(password).slice(1, -1),
    hex,
    hex.toUpperCase(),
  ];
}

/** Which spellings of a password stand in a text, as it is or inside JSON. */
export function spellingsIn(text: string, password: string): readonly string[] {
  const spellings = everySpelling(password).flatMap((each) => [each, JSON.stringify(each)]);
  return spellings.filter((spelling) => text.includes(spelling));
}
