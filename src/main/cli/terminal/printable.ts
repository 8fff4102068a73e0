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
