import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { removeOn } from './support/cutover-run.ts';
import { newMachine, no32Bit } from './support/lab-spec.ts';

const evil = 'C:\\users\\Public\\evil';
const marker = 'C:\\hostile-ran.txt';
/** Tells in the marker that it was started. */
const stranger = 'C:\\Program Files (x86)\\Kaspersky Lab\\Unquoted Path\\uninst.exe';

describe.skipIf(no32Bit)('variables of the person who starts Cutover', () => {
  test('decide neither which program of Windows runs nor where an uninstaller goes on', async () => {
    const machine = await newMachine('utility', 'hostile');
    const planted = await readFile(machine.toLinux(stranger));
    const powerShell = 'system32\\WindowsPowerShell\\v1.0\\powershell.exe';
    await machine.writeFile(`${evil}\\${powerShell}`, planted);
    const env = { WINDIR: evil, SystemRoot: evil, ComSpec: evil, TEMP: evil, TMP: evil };
    const ran = await removeOn(machine, ['--all'], { env });
    const left = await readdir(machine.toLinux(evil), { recursive: true });
    const temporary = await readdir(machine.toLinux(ran.folder));
    expect({
      ran: machine.exists(marker) && (await machine.readFile(marker)).includes('PowerShell'),
      left: left.filter((name) => name.endsWith('.exe')),
      cleared: !temporary.includes('temp'),
    }).toEqual({ ran: false, left: [powerShell.replaceAll('\\', '/')], cleared: true });
  });
});
