import { expect, test } from 'vitest';
import { WindowsMachine } from '../../../../../src/main/machine/windows/windows-machine.ts';
import { assertWindows } from '../../../../../src/main/machine/windows/ffi/assert-windows.ts';

test.skipIf(process.platform === 'win32')(
  'the adapter can be imported anywhere and refuses to work elsewhere, saying what to do instead',
  () => {
    expect(() => new WindowsMachine()).toThrow(
      /cannot run on \w+\. Read an inventory that was collected on Windows/,
    );
  },
);

test.each([
  ['win32', 'ia32', /32-bit build/],
  ['linux', 'x64', /cannot run on linux/],
] as const)('on %s with %s the Windows API is refused', (platform, architecture, message) => {
  expect(() => assertWindows(platform, architecture)).toThrow(message);
});

test.each(['x64', 'arm64'])('on Windows with %s it is not', (architecture) => {
  expect(() => assertWindows('win32', architecture)).not.toThrow();
});
