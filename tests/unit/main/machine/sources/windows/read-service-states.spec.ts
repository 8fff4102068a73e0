import { expect, test } from 'vitest';
import { parseServiceStates } from '../../../../../../src/main/machine/sources/windows/read-service-states.ts';

const base = 0x7ff6_0000_0000n;

interface Row {
  readonly name: string;
  readonly displayName: string;
  readonly type: number;
  readonly state: number;
  readonly pid: number;
}

/** Lays rows out as Windows does: fixed entries first, the names behind them. */
function memoryOf(rows: readonly Row[]): Buffer {
  const memory = Buffer.alloc(4096);
  let free = rows.length * 56;
  const place = (text: string) => {
    const at = free;
    free += memory.write(`${text}\0`, at, 'utf16le');
    return base + BigInt(at);
  };
  rows.forEach((row, index) => {
    const entry = index * 56;
    memory.writeBigUInt64LE(place(row.name), entry);
    memory.writeBigUInt64LE(place(row.displayName), entry + 8);
    memory.writeUInt32LE(row.type, entry + 16);
    memory.writeUInt32LE(row.state, entry + 20);
    memory.writeUInt32LE(row.pid, entry + 44);
  });
  return memory;
}

test('states, names and process ids come out of the memory Windows fills', () => {
  const memory = memoryOf([
    { name: 'AVP21.3', displayName: 'Служба', type: 0x10, state: 4, pid: 4321 },
    { name: 'klif', displayName: '', type: 2, state: 1, pid: 0 },
    { name: 'odd', displayName: 'Odd', type: 0x20, state: 99, pid: 7 },
  ]);
  expect(parseServiceStates(memory, base, 3)).toEqual([
    { name: 'AVP21.3', displayName: 'Служба', type: 0x10, state: 'running', processId: 4321 },
    { name: 'klif', displayName: '', type: 2, state: 'stopped', processId: null },
    { name: 'odd', displayName: 'Odd', type: 0x20, state: 'unknown', processId: 7 },
  ]);
});

test.each([
  [1, 'stopped'],
  [2, 'startPending'],
  [3, 'stopPending'],
  [4, 'running'],
  [5, 'unknown'],
  [6, 'unknown'],
  [7, 'paused'],
  [0, 'unknown'],
])('state %i of Windows is %s', (state, expected) => {
  const memory = memoryOf([{ name: 'a', displayName: 'A', type: 1, state, pid: 0 }]);
  expect(parseServiceStates(memory, base, 1)[0]?.state).toBe(expected);
});

test('a driver without a name for people, as Wine lists one, costs nobody the list', () => {
  const memory = memoryOf([{ name: 'klim6', displayName: 'x', type: 1, state: 1, pid: 0 }]);
  memory.writeBigUInt64LE(0n, 8);
  expect(parseServiceStates(memory, base, 1)).toEqual([
    { name: 'klim6', displayName: '', type: 1, state: 'stopped', processId: null },
  ]);
});
