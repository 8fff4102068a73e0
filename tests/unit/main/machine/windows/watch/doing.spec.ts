import { describe, expect, it } from 'vitest';
import {
  doingSchema,
  quotable,
  whatIsAwaited,
  whatItDid,
  type Doing,
} from '../../../../../../src/main/machine/windows/watch/doing.ts';
import { english } from '../../../../../../src/shared/words/english.ts';

const program = 'uninst.exe';
const all: readonly Doing[] = [
  { does: 'works', programs: [program, 'Un.exe', program] },
  { does: 'works', programs: [] },
  { does: 'showsWindow', program, title: 'Sure?', unseen: true },
  { does: 'showsWindow', program, title: '', unseen: false },
  { does: 'spins', program, minutes: 1 },
  { does: 'silent', programs: [program, 'Un.exe'], minutes: 5 },
  { does: 'waitsForChild', program, child: 'Un.exe' },
];

describe('the words for what an uninstaller does', () => {
  it('name what is waited for', () => {
    expect(all.map((doing) => english.render(whatIsAwaited(doing)))).toEqual([
      'uninst.exe, Un.exe',
      'the uninstaller',
      'uninst.exe, which shows a window that nobody can see: “Sure?”',
      'uninst.exe, which shows a window: “no title”',
      'uninst.exe (busy for 1 minute without reading or writing anything)',
      'uninst.exe, Un.exe (nothing done for 5 minutes)',
      'Un.exe, which uninst.exe has started and waits for',
    ]);
  });

  it('explain why a time limit was reached, and claim nothing of one that was at work', () => {
    expect(all.map((doing) => english.sentences(whatItDid(doing)))).toEqual([
      '',
      '',
      'uninst.exe showed a window that nobody can see: “Sure?”.',
      'uninst.exe showed a window that was not closed: “no title”.',
      'uninst.exe had been busy for 1 minute without reading or writing anything.',
      'uninst.exe, Un.exe had done nothing for 5 minutes.',
      'uninst.exe waited for Un.exe, which it had started.',
    ]);
  });

  it('pass between the worker and its other side', () => {
    expect(all.map((doing) => doingSchema.parse(structuredClone(doing)))).toEqual(all);
  });
});

describe('a title that is quoted', () => {
  it.each([
    ['Removing\u0007\r\nfiles', 'Removing files'],
    ['  a \u202etxt.exe\u2066 ', 'a txt.exe'],
    ['x”. Cutover has removed everything. “', 'x’. Cutover has removed everything. ’'],
    ['«a» „b“ "c"', '’a’ ’b’ ’c’'],
    ['\u001b[2J\u009b31m', '[2J 31m'],
    ['é'.repeat(120), 'é'.repeat(120)],
    ['😀'.repeat(121), `${'😀'.repeat(120)}…`],
    [' \u200b ', ''],
  ])('%j becomes one line that stays within its quotation: %j', (title, plain) => {
    expect(quotable(title)).toBe(plain);
  });
});
