import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { message } from '../../../../src/shared/domain/message.ts';
import {
  formatCommandLine,
  parseCommandLine,
} from '../../../../src/shared/windows/command-line.ts';

const program = 'C:\\Program Files (x86)\\Kaspersky Lab\\VPN 5.2\\unins.exe';

describe('parseCommandLine', () => {
  it.each([
    ['a quoted program', `"${program}" /x /norestart`, program, ['/x', '/norestart']],
    ['a quoted program without arguments', `"${program}"`, program, []],
    ['an unquoted program with blanks', `${program} /x`, program, ['/x']],
    ['an upper-case extension', 'C:\\A B\\C.EXE /S', 'C:\\A B\\C.EXE', ['/S']],
    ['Windows Installer', 'MsiExec.exe /X{1A2B}', 'MsiExec.exe', ['/X{1A2B}']],
    ['a program without an extension', 'msiexec /x {1A2B}', 'msiexec', ['/x', '{1A2B}']],
    [
      'an extension in the middle of a folder name',
      'C:\\a.exe.old\\b.exe /S',
      'C:\\a.exe.old\\b.exe',
      ['/S'],
    ],
    ['variables, which stay as they are', '"%TEMP%\\a.exe" %1', '%TEMP%\\a.exe', ['%1']],
    ['blanks around it', '  \t"a.exe"   /x\t/y  ', 'a.exe', ['/x', '/y']],
    ['an argument directly behind the program', '"a.exe"/x', 'a.exe', ['/x']],
    ['names in other scripts', '"C:\\Каспер\\удалить.exe" /ж', 'C:\\Каспер\\удалить.exe', ['/ж']],
  ])('reads %s', (_name, text, expectedProgram, args) => {
    expect(parseCommandLine(text)).toEqual({ ok: true, program: expectedProgram, args });
  });

  it.each([
    ['"a b" c d', ['a b', 'c', 'd']],
    ['"ab\\"c" "\\\\" d', ['ab"c', '\\', 'd']],
    ['a\\\\\\b d"e f"g h', ['a\\\\\\b', 'de fg', 'h']],
    ['a\\\\\\"b c d', ['a\\"b', 'c', 'd']],
    ['a\\\\\\\\"b c" d e', ['a\\\\b c', 'd', 'e']],
    ['"a""b"', null],
    ['"a"""b""', ['a"b"']],
    ['"a""b c', ['a"b', 'c']],
    ['"a"""', null],
    ['""', ['']],
    ['a"" b', ['a', 'b']],
  ])('splits the arguments %s as CommandLineToArgvW does', (text, expected) => {
    const parsed = parseCommandLine(`p.exe ${text}`);
    expect(parsed.ok ? parsed.args : null).toEqual(expected);
  });

  it.each([
    ['', message('commandLine.empty')],
    [' \t ', message('commandLine.empty')],
    ['"" /x', message('commandLine.noProgram')],
    ['"C:\\a.exe /x', message('commandLine.openProgram')],
    ['a.exe "b', message('commandLine.openArguments')],
    ['C:\\a"b.exe /x', message('commandLine.nameWithQuote')],
    ['a.exe\0 /x', message('commandLine.nul')],
    ['a.exe\n/x', message('commandLine.lineBreak')],
    ['a.exe \u0007', message('commandLine.controlCharacter', { code: 'U+0007' })],
  ])('refuses %j and says why', (text, problem) => {
    expect(parseCommandLine(text)).toEqual({ ok: false, problem });
  });

  it('never throws and never yields an empty program', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseCommandLine(text);
        return parsed.ok ? parsed.program !== '' : parsed.problem.id.startsWith('commandLine.');
      }),
    );
  });

  it('stays linear on hostile input', () => {
    // In quadratic time this would outlast every time limit.
    const text = `a.exe ${'\\'.repeat(500_000)}${'"'.repeat(500_000)}${'.exe'.repeat(500_000)}`;
    expect(parseCommandLine(text)).toMatchObject({ ok: true, program: 'a.exe' });
  });
});

describe('formatCommandLine', () => {
  const tricky = fc.string({
    unit: fc.constantFrom('\\', '"', ' ', '\t', 'a', 'é', '漢', '😀', '/'),
  });

  it('gives back the same program and arguments when parsed', () => {
    fc.assert(
      fc.property(fc.array(tricky), (args) => {
        const text = formatCommandLine(program, args);
        expect(parseCommandLine(text)).toEqual({ ok: true, program, args });
      }),
    );
  });

  it('quotes only what needs it', () => {
    expect(formatCommandLine('a b.exe', ['/x', '', 'c d', 'e"f', 'g h\\'])).toBe(
      '"a b.exe" /x "" "c d" "e\\"f" "g h\\\\"',
    );
  });
});
