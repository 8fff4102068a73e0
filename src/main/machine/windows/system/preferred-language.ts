import { kernel32 } from '../ffi/kernel32.ts';
import { wideAt } from '../ffi/wide-string.ts';

/** The first language in which a person, or Windows itself where nobody chose one, shows its windows; as a BCP 47 tag. */
export function preferredLanguage(whose: 'user' | 'system'): string | null {
  const { GetUserPreferredUILanguages, GetSystemPreferredUILanguages } = kernel32();
  const ask = whose === 'user' ? GetUserPreferredUILanguages : GetSystemPreferredUILanguages;
  const names = Buffer.alloc(2 * longestList);
  const given = ask(asNames, new Uint32Array(1), names, new Uint32Array([longestList]));
  const first = wideAt(names, 0);
  return given === 0 || first === '' ? null : first;
}

/** `MUI_LANGUAGE_NAME`. Source: Microsoft, Windows SDK header `winnls.h`. */
const asNames = 0x8;

/** Characters. */
const longestList = 512;
