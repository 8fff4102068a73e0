import { expect, it, vi } from 'vitest';
import { elevatedStart } from '../../../../src/main/desktop/console-program.ts';

it('lets the console program of the package open the window as administrator', () => {
  vi.stubGlobal('process', { ...process, execPath: '/opt/Cutover/Cutover.exe' });
  const args = ['--fast', '--elevated'];
  expect([elevatedStart(args, true), elevatedStart(args, false)]).toEqual([
    {
      program: '/opt/Cutover/bin/cutover.exe',
      args: ['--window', ...args],
      starts: '/opt/Cutover/Cutover.exe',
    },
    { program: '/opt/Cutover/Cutover.exe', args },
  ]);
  vi.unstubAllGlobals();
});
