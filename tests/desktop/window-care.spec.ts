import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { exitCodeFor } from '../../src/shared/domain/run/exit-codes.ts';
import { changedApp, type Change } from './support/app-copy.ts';
import { expect, test } from './support/guide-app.ts';

test.setTimeout(90_000);

/** A page that never tells that there is something to see. */
const neverReady: Change = { pattern: /"ready-to-show"/, text: '"never"' };

test('a window is shown after a while, whatever becomes of its page', async ({ folder }) => {
  const app = await launch(folder, changedApp('never-ready', [neverReady]));
  try {
    await expect.poll(() => isVisible(app), { timeout: 12_000 }).toBe(true);
  } finally {
    await app.close();
  }
});

test('taken out, it is missed: a window that is not ready stays hidden', async ({ folder }) => {
  const hidden = { pattern: /setTimeout\(show, [^)]*\)/, text: 'setTimeout(() => {}, 0)' };
  const app = await launch(folder, changedApp('stays-hidden', [neverReady, hidden]));
  try {
    const page = await app.firstWindow();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(5000);
    expect(await isVisible(app)).toBe(false);
  } finally {
    await app.close();
  }
});

test('a page whose process ends comes back as it stood, twice, and then the program ends with the way on', async ({
  app,
  page,
}) => {
  await page.evaluate(() => window.cutover.setTechnicianMode(true));
  await app.evaluate(({ dialog }) => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    dialog.showMessageBox = async (...given: unknown[]) => {
      const { message, detail } = given.at(-1) as { message: string; detail: string };
      said.push(message, detail);
      // The test reads it before the program ends.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return { response: 0, checkboxChecked: false };
    };
  });
  for (let time = 0; time < 2; time += 1) {
    const loaded = nextLoad(app);
    await crash(app);
    expect(await loaded).toBe(true);
  }
  const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
  await crash(app);
  await expect
    .poll(async () => (await whatWasSaid(app)).join('\n'))
    .toContain('npm start -- resume');
  expect((await whatWasSaid(app))[0]).toBe('Cutover cannot show its window');
  expect(await ended).toBe(exitCodeFor('defect', process.platform));
});

test('a page that does not answer is loaded anew only when the person wants it', async ({
  app,
  page,
}) => {
  for (const [response, isReloaded] of [
    [0, false],
    [1, true],
  ] as const) {
    await app.evaluate(({ dialog }, answer) => {
      dialog.showMessageBox = async () =>
        await Promise.resolve({ response: answer, checkboxChecked: false });
    }, response);
    const loaded = nextLoad(app);
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.emit('unresponsive'),
    );
    expect(await loaded).toBe(isReloaded);
  }
  await page.getByRole('heading', { level: 1 }).waitFor();
});

test('graphics that are gone again and again end the program with words before Chromium ends it without', async ({
  app,
  page,
}) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
  const gone = () =>
    app
      .evaluate(({ app: electron }) =>
        electron.emit(
          'child-process-gone',
          {},
          { type: 'GPU', reason: 'launch-failed', exitCode: 18 },
        ),
      )
      .catch(() => null);
  await gone();
  await gone();
  expect(await isVisible(app)).toBe(true);
  await gone();
  expect(await ended).toBe(exitCodeFor('defect', process.platform));
});

test('what escapes everything ends the program with words and a code', async ({ app, page }) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const program = app.process();
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
  let errors = '';
  program.stderr?.on('data', (data: Buffer) => (errors += data.toString()));
  await app
    .evaluate(() => void setTimeout(() => void Promise.reject(new Error('escaped')), 100))
    .catch(() => null);
  expect(await ended).toBe(exitCodeFor('defect', process.platform));
  expect(errors).toContain('Cutover has a defect and has to end');
  expect(errors).toContain('Error: escaped');
});

test('the wheel with Ctrl zooms, within limits', async ({ app }) => {
  const turn = (direction: 'in' | 'out', times: number) =>
    app.evaluate(
      ({ BrowserWindow }, given) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        for (let time = 0; time < given.times; time += 1)
          contents?.emit('zoom-changed', {}, given.direction);
        return contents?.getZoomLevel();
      },
      { direction, times },
    );
  expect([await turn('in', 3), await turn('out', 4), await turn('in', 50)]).toEqual([1.5, -0.5, 5]);
});

test('no name is asked of the network, not even by a page that nothing filters', async ({
  folder,
}) => {
  const open: Change = { pattern: /cancel: !url\.startsWith\([^)]*\)/, text: 'cancel: false' };
  const closed = changedApp('unfiltered', [open]);
  expect(await askedNames(folder, closed)).toEqual([]);
});

test('taken out, it is missed: no name is asked of the network', async ({ folder }) => {
  const without = changedApp('unfiltered-names', [
    { pattern: /cancel: !url\.startsWith\([^)]*\)/, text: 'cancel: false' },
    { pattern: /\["host-resolver-rules", "MAP \* ~NOTFOUND"\],/, text: '' },
  ]);
  expect(await askedNames(folder, without)).toContain('cutover-test.invalid');
});

/** The names that Chromium wanted to know of the system while a page was sent to an address, from its own log of the network. */
async function askedNames(folder: string, built: string): Promise<readonly string[]> {
  const log = join(folder, 'net.json');
  const app = await launch(folder, built, [`--log-net-log=${log}`]);
  const page = await app.firstWindow();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await app.evaluate(
    async ({ BrowserWindow }) =>
      await BrowserWindow.getAllWindows()[0]
        ?.loadURL('https://cutover-test.invalid/')
        .catch(() => {}),
  );
  await app.close();
  const text = readFileSync(log, 'utf8');
  const constants = JSON.parse(
    `${text.slice(text.indexOf('{'), text.indexOf(',\n"events"'))}}`,
  ) as {
    readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  };
  const job = constants.constants.logEventTypes['HOST_RESOLVER_MANAGER_JOB'];
  const lines = text.split('\n').filter((line) => line.includes(`"type":${job}`));
  return lines.flatMap((line) => /"host":"([^"]*)"/.exec(line)?.[1]?.replace(/^.*:\/\//, '') ?? []);
}

async function launch(
  folder: string,
  built: string,
  more: readonly string[] = [],
): Promise<ElectronApplication> {
  const place = [
    `--user-data-dir=${join(folder, 'user')}`,
    `--data-folder=${join(folder, 'data')}`,
  ];
  return await _electron.launch({ args: [built, ...place, '--fast', ...more] });
}

async function isVisible(app: ElectronApplication): Promise<boolean> {
  return await app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false,
  );
}

async function crash(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
}

/** Whether the page is loaded anew within some seconds. */
async function nextLoad(app: ElectronApplication): Promise<boolean> {
  return await app.evaluate(
    async ({ BrowserWindow }) =>
      await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), 4000);
        BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => {
          clearTimeout(timer);
          resolve(true);
        });
      }),
  );
}

async function whatWasSaid(app: ElectronApplication): Promise<readonly string[]> {
  return await app
    .evaluate(() => (globalThis as unknown as { said: string[] }).said)
    .catch(() => []);
}
