import { visible } from '../../report/visible.ts';
import { isStyleCode } from './style.ts';

/**
 * What a terminal may be given. Names and messages of a machine are foreign: a control character in one of them could
 * clear the screen, hide what follows or answer in our name. Only line ends and our own styles are obeyed.
 */
export function printable(text: string, colours: boolean): string {
  const obeyed = (part: string) => part === '\n' || (colours && isStyleCode(part));
  return text
    .split(/(\n|\p{Cc}\[\d+m)/u)
    .map((part) => (obeyed(part) ? part : visible(part)))
    .join('');
}

/**
 * Signs that mean no more than their likeness in ASCII. Windows PowerShell reads a pipe in the code page of the console, where
 * each of them becomes three others.
 */
export function withPlainSigns(text: string): string {
  return text.replaceAll(/[“”„«»‘’–—…·→\u00A0\u202F]/g, (sign) => plainSigns[sign] ?? sign);
}

const plainSigns: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '…': '...',
  '·': '-',
  '→': '->',
  '\u00A0': ' ',
  '\u202F': ' ',
};
