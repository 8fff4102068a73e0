import { describe, expect, it } from 'vitest';
import { selfTests, type SelfTestFacts } from '../../../../src/main/session/self-tests.ts';
import type { Inventory } from '../../../../src/shared/domain/inventory.ts';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';

const [computer] = practiceComputers;
const home = computer!.inventory;

function test(change: Partial<SelfTestFacts> = {}, inventory: Inventory = home) {
  const reading = { inventory, durationMs: 1000 };
  const facts = {
    readings: [reading, reading],
    changeablePlace: null,
    recordsProblem: null,
  } as const;
  return new Map(selfTests({ ...facts, ...change }).map((each) => [each.id, each]));
}

const gap = (reason: 'failed' | 'timedOut', needsAdministrator = false) => ({
  subject: 'HKLM\\x',
  reason,
  detail: { id: 'gap.notNeeded' } as const,
  needsAdministrator,
});

const withGap = (...gaps: ReturnType<typeof gap>[]): Inventory => ({
  ...home,
  programs: { ...home.programs, state: 'partial', gaps },
});

describe('the self test', () => {
  it('finds everything as expected on a recorded computer, or not there', () => {
    const differing = [...test().values()].filter(({ state }) => state === 'differs');
    expect(differing).toEqual([]);
  });

  it.each([
    ['place', { changeablePlace: 'D:\\Cutover' }, home],
    ['records', { recordsProblem: 'a link' }, home],
    ['rights', {}, { ...home, machine: { ...home.machine, elevated: false } }],
    ['sections', {}, withGap(gap('failed'))],
    ['inTime', {}, withGap(gap('timedOut'))],
    [
      'encryption',
      {},
      {
        ...home,
        encryption: {
          state: 'read',
          items: [{ kind: 'bitLocker', subject: 'C:', state: 'unknown', detail: '' }],
          gaps: [],
        },
      },
    ],
    [
      'started',
      {},
      { ...home, machine: { ...home.machine, bootedAt: '2099-01-01T00:00:00.000Z' } },
    ],
    [
      'securityCenter',
      {},
      { ...home, wmiSecurityProducts: { ...home.wmiSecurityProducts, state: 'empty', items: [] } },
    ],
  ] as const)('tells where %s differs, and only there', (id, change, inventory) => {
    const tests = test(change, inventory as unknown as Inventory);
    expect(
      [...tests.values()].flatMap((each) => (each.state === 'differs' ? [each.id] : [])),
    ).toEqual([id]);
    expect(tests.get(id)?.seen.length).toBeGreaterThan(0);
  });

  it('is not surprised by what only an administrator may read', () => {
    expect(test({}, withGap(gap('failed', true))).get('sections')?.state).toBe('asExpected');
  });

  it('tells what two readings say differently, and how long a slow one took', () => {
    const later = { ...home, programs: { ...home.programs, items: home.programs.items.slice(1) } };
    const tests = test({
      readings: [
        { inventory: home, durationMs: 45_000 },
        { inventory: later, durationMs: 10 },
      ],
    });
    expect([tests.get('sameTwice')?.seen, tests.get('inTime')?.seen]).toEqual([
      [expect.stringMatching(/^programs: \w+, \d+ → \w+, \d+$/)],
      ['45 s'],
    ]);
  });
});
