import koffi from 'koffi';
import { expect, it } from 'vitest';
import '../../../../../../src/main/machine/windows/ffi/library.ts';

it('calls in background threads have at least the stack that a thread of Windows has', () => {
  expect(koffi.config().async_stack_size).toBeGreaterThanOrEqual(1024 * 1024);
});
