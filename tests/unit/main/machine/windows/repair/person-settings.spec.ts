import { describe, expect, it } from 'vitest';
import {
  closeLeftSettings,
  withSettings,
  type HiveSystem,
} from '../../../../../../src/main/machine/windows/repair/person-settings.ts';

const sid = 'S-1-5-21-1-2-3-1001';
const ours = `Cutover-${sid}`;
const key = `HKU\\${sid}\\Software\\KasperskyLab`;
const inUse = 32;
const accessDenied = 5;

interface Facts {
  readonly open?: readonly string[];
  readonly file?: string | number;
  readonly load?: number;
  readonly hold?: number;
  readonly written?: number;
  /** How each try to close ends; the last one for all that follow. */
  readonly unload?: readonly number[];
}

/** A Windows that says what was asked of it, in order. */
function windowsWith({ open = [], file = 'C:\\Users\\Ana\\NTUSER.DAT', ...facts }: Facts) {
  const done: string[] = [];
  const names = new Set(open);
  const unloads = [...(facts.unload ?? [0])];
  const system: HiveSystem = {
    names: () => [...names],
    fileOf: () => file,
    load(name, from) {
      done.push(`load ${name} ${from}`);
      if ((facts.load ?? 0) === 0) names.add(name);
      return facts.load ?? 0;
    },
    hold(name) {
      done.push(`hold ${name}`);
      if (facts.hold !== undefined) return facts.hold;
      return () => {
        done.push('write');
        return facts.written ?? 0;
      };
    },
    unload(name) {
      const code = (unloads.length > 1 ? unloads.shift() : unloads[0]) ?? 0;
      if (code === 0) names.delete(name);
      done.push(`unload ${name} ${code}`);
      return code;
    },
    wait: () => undefined,
  };
  const used = (use: (at: string) => number = () => 0, at = key) =>
    withSettings(
      at,
      (place) => {
        done.push(`use ${place}`);
        return use(place);
      },
      (code) => code,
      system,
    );
  return { system, done, used, names };
}

const loaded = [`load ${ours} C:\\Users\\Ana\\NTUSER.DAT`, `hold ${ours}`];
const use = `use HKU\\${ours}\\Software\\KasperskyLab`;
const closed = ['write', `unload ${ours} 0`];

describe('the settings of a person who is not signed in', () => {
  it('are opened from their file for one use, under a name of ours, written and closed', () => {
    const windows = windowsWith({});
    expect([windows.used(), windows.done]).toEqual([0, [...loaded, use, ...closed]]);
  });

  it('are closed also when that use fails, with a code or altogether', () => {
    const [failing, breaking] = [windowsWith({}), windowsWith({})];
    expect(failing.used(() => accessDenied)).toBe(accessDenied);
    expect(() =>
      breaking.used(() => {
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect([[...failing.names], [...breaking.names]]).toEqual([[], []]);
  });

  it('are closed patiently, and told to be still open where they cannot be', () => {
    const [patient, hopeless] = [
      windowsWith({ unload: [accessDenied, accessDenied, 0] }),
      windowsWith({ unload: [accessDenied] }),
    ];
    expect([patient.used(), [...patient.names], hopeless.used()]).toEqual([0, [], accessDenied]);
    const broken = windowsWith({ written: 1016 });
    expect([broken.used(), [...broken.names]]).toEqual([1016, []]);
  });

  it.each<[string, Facts, number]>([
    ['their file is in use', { load: inUse }, inUse],
    ['their file is a link, or has no place of its own', { file: accessDenied }, accessDenied],
    ['they are closed by somebody else at once', { hold: 2 }, 2],
  ])('are not used where %s', (_, facts, code) => {
    const { used, done, names } = windowsWith(facts);
    expect(used()).toBe(code);
    expect(done.some((each) => each.startsWith('use'))).toBe(false);
    expect([...names]).toEqual([]);
  });

  it('are opened anew where a run that was killed left them open', () => {
    const windows = windowsWith({ open: [ours] });
    expect(windows.used()).toBe(0);
    expect(windows.done).toEqual([`unload ${ours} 0`, ...loaded, use, ...closed]);
  });
});

it('uses what is open as it is, and so what belongs to the machine or to nobody known', () => {
  for (const place of [key, 'HKLM\\SOFTWARE\\KasperskyLab', 'HKU\\.DEFAULT\\Software']) {
    const { used, done } = windowsWith({ open: [sid] });
    expect([used(() => 0, place), done]).toEqual([0, [`use ${place}`]]);
  }
});

it('closes all that carries its name and nothing else, also where one cannot be closed', () => {
  const other = [sid, `${sid}_Classes`, '.DEFAULT', 'CutoverOther'];
  const windows = windowsWith({ open: [ours, ...other, `${ours}1`], unload: [inUse, 0] });
  closeLeftSettings(windows.system);
  expect([windows.done, [...windows.names]]).toEqual([
    [`unload ${ours} ${inUse}`, `unload ${ours}1 0`],
    [ours, ...other],
  ]);
});
