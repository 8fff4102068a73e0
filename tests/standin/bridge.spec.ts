import { expect, sharing as test } from './example-app.ts';

test('the page sees neither Node nor the world of the preload', async ({ page }) => {
  const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'onlyInPreload'];
  const types = await page.evaluate(
    (all) => all.map((name) => typeof (globalThis as Record<string, unknown>)[name]),
    names,
  );
  expect(types).toEqual(names.map(() => 'undefined'));
});

test('the exposed object is frozen through and through, and cannot be replaced', async ({
  page,
}) => {
  const seen = await page.evaluate(() => {
    const before = window.example;
    try {
      Object.assign(window, { example: 'mine' });
    } catch {
      // Strict code throws here, sloppy code goes on.
    }
    return {
      isSame: window.example === before,
      frozen: [before, before.nested, before.nested.list].map(Object.isFrozen),
      list: before.nested.list,
    };
  });
  expect(seen).toEqual({ isSame: true, frozen: [true, true, true], list: [1, 2] });
});

test('functions cross in both directions', async ({ page }) => {
  const results = await page.evaluate(() => [
    window.example.add(2, 3),
    window.example.twice((value) => value + 5),
  ]);
  expect(results).toEqual([5, 11]);
});

test('values keep their type between page, preload and main', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    const sent = {
      date: new Date(5),
      map: new Map([[1, 'a']]),
      set: new Set([1]),
      nothing: undefined,
      bytes: new Uint8Array([1, 2]),
      big: 7n,
      negativeZero: -0,
      cycle,
    };
    const back = (await window.example.echo(sent)) as typeof sent;
    return {
      date: back.date instanceof Date && back.date.getTime(),
      map: back.map instanceof Map && back.map.get(1),
      set: back.set instanceof Set && back.set.has(1),
      hasNothing: 'nothing' in back,
      bytes: back.bytes instanceof Uint8Array && Array.from(back.bytes),
      big: String(back.big),
      isNegativeZero: Object.is(back.negativeZero, -0),
      isCycle: back.cycle.self === back.cycle,
      isCopy: back !== sent,
    };
  });
  expect(seen).toEqual({
    date: 5,
    map: 'a',
    set: true,
    hasNothing: true,
    bytes: [1, 2],
    big: '7',
    isNegativeZero: true,
    isCycle: true,
    isCopy: true,
  });
});

test('a function is not sent to main', async ({ page }) => {
  const failure = await page.evaluate(() =>
    window.example.echo({ run: () => 1 }).catch((error: unknown) => String(error)),
  );
  expect(failure).toContain('An object could not be cloned.');
});

test('an error of a handler names the call', async ({ page }) => {
  const message = await page.evaluate(() =>
    window.example.fail().catch((error: unknown) => (error as Error).message),
  );
  expect(message).toBe("Error invoking remote method 'fail': TypeError: boom");
});

test('main answers a message and knows the page it came from', async ({ page }) => {
  expect(await page.evaluate(() => window.example.count(4))).toBe(5);
  expect(await page.evaluate(() => window.example.sender())).toBe('app://bundle/index.html');
});

test('a mebibyte of text crosses unharmed', async ({ page }) => {
  const length = await page.evaluate(async () => {
    const text = 'x'.repeat(1 << 20);
    return (await window.example.echo(text)) === text;
  });
  expect(length).toBe(true);
});
