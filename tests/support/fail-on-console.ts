import { afterEach, beforeEach, expect, vi } from 'vitest';

/** A warning that nobody reads is a defect: any console output of a test fails it. */
beforeEach(() => {
  for (const method of ['log', 'info', 'warn', 'error'] as const) vi.spyOn(console, method);
});

afterEach(() => {
  const calls = (['log', 'info', 'warn', 'error'] as const).flatMap(
    (method) => vi.mocked(console[method]).mock.calls,
  );
  vi.restoreAllMocks();
  expect(calls).toEqual([]);
});
