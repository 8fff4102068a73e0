import { describe, expect, it } from 'vitest';
import { startRefusal, type StartPlace } from '../../../../src/main/desktop/start-refusal.ts';
import { message } from '../../../../src/shared/domain/message.ts';

/** A computer on which everything is as it should be, with the rights of an administrator. */
function place(change: Partial<StartPlace> = {}) {
  const kept: string[] = [];
  const folder = {
    path: 'C:\\ProgramData\\Cutover\\window',
    movedAside: [],
    make: () => {},
    list: () => [],
    erase: () => {},
    doubt: () => null,
  };
  const whole: StartPlace = {
    environment: { PATH: 'C:\\Windows', NODE_EXTRA_CA_CERTS: 'C:\\ca.pem' },
    changeablePlace: async () => await Promise.resolve(null),
    windowFolder: async () => await Promise.resolve({ ok: true, value: folder }),
    keepUserData: (path) => void kept.push(path),
    ...change,
  };
  return { whole, kept };
}

describe('the start of the packaged window', () => {
  it('keeps its data where only administrators write', async () => {
    const { whole, kept } = place();
    const args = ['--technician', '--fast', '--data-folder=C:\\x'];
    expect([await startRefusal(args, whole), kept]).toEqual([
      null,
      ['C:\\ProgramData\\Cutover\\window'],
    ]);
  });

  it('keeps its data in the folder of the person where it has no more rights', async () => {
    const { whole, kept } = place({ windowFolder: async () => await Promise.resolve(null) });
    expect([await startRefusal([], whole), kept]).toEqual([null, []]);
  });

  it.each([
    '--remote-debugging-port=9222',
    '-remote-debugging-port=9222',
    '/remote-debugging-port=9222',
    '--no-sandbox',
    '--gpu-launcher=C:\\x.exe',
    '--user-data-dir=C:\\x',
    '--js-flags=--expose-gc',
    '--data-folder',
    '--fast=x',
    '--',
    'scan',
    '',
  ])('is refused with an argument that is not ours: %s', async (argument) => {
    const { whole, kept } = place();
    const says = message('desktop.foreignArgument', { argument });
    expect([await startRefusal(['--fast', argument], whole), kept]).toEqual([
      { exit: 'badArguments', says },
      [],
    ]);
  });

  it('is refused where it was to have the rights of an administrator and has not, so that whoever asked for them stays', async () => {
    const { whole, kept } = place({ windowFolder: async () => await Promise.resolve(null) });
    const says = message('desktop.notElevated');
    expect([await startRefusal(['--elevated'], whole), kept]).toEqual([
      { exit: 'notAdministrator', says },
      [],
    ]);
    expect(await startRefusal(['--elevated'], place().whole)).toBe(null);
  });
  it.each([
    'ELECTRON_ENABLE_LOGGING',
    'ELECTRON_LOG_FILE',
    'ELECTRON_LOG_ASAR_READS',
    'NODE_COMPILE_CACHE',
    'NODE_ICU_DATA',
    'NODE_REDIRECT_WARNINGS',
    'NODE_V8_COVERAGE',
  ])(
    'is refused with a variable that says where it writes or what it runs: %s',
    async (variable) => {
      const { whole, kept } = place({ environment: { [variable]: '' } });
      const says = message('desktop.foreignVariable', { variable });
      expect([await startRefusal([], whole), kept]).toEqual([{ exit: 'badArguments', says }, []]);
    },
  );

  it('is refused where others may change the program', async () => {
    const path = 'D:\\Cutover\\version.dll';
    const { whole, kept } = place({ changeablePlace: async () => await Promise.resolve(path) });
    const says = message('program.unsafePlace', { path });
    expect([await startRefusal([], whole), kept]).toEqual([{ exit: 'unsafePlace', says }, []]);
  });

  it('is refused where its data would lie in a folder of others', async () => {
    const why = message('dataFolder.link', { path: 'C:\\ProgramData\\Cutover' });
    const refused = { ok: false as const, folder: 'C:\\ProgramData\\Cutover', why };
    const { whole, kept } = place({ windowFolder: async () => await Promise.resolve(refused) });
    expect([await startRefusal([], whole), kept]).toEqual([{ exit: 'cannotWrite', says: why }, []]);
  });
});
