import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import type { RawValue } from '../../../../shared/domain/repair-actions.ts';
import { formatCommandLine } from '../../../../shared/windows/command-line.ts';
import { multiString, textsOf } from '../../../../shared/windows/multi-string.ts';
import { exited, type Performer } from '../perform/performer.ts';
import type { RepairControl, Workbench } from '../perform/repair-control.ts';

type Take = ActionOf<'takeFromFilterList'>;
type Put = ActionOf<'putFilterList'>;

/** Takes names out of a list of filter drivers and leaves the others in their order. */
export const takeFromFilterList: Performer<Take, Workbench> = {
  command: (action) => commandOf(action, remaining(action)),
  refuse: (action, { repair }) =>
    refusePlace(action) ??
    refuseOther(action, repair) ??
    refuseClassDriver(action) ??
    refuseWorking(action, repair),
  before: (action, { repair }) => before(action, repair),
  act: (action, _before, _context, here) => exited(shorten(action, here.repair), here),
};

/** Puts a list of filter drivers back byte for byte. */
export const putFilterList: Performer<Put, Workbench> = {
  command: (action) => commandOf(action, textsOf(action.value.data)),
  refuse: (action, { repair }) => refusePlace(action) ?? refuseOther(action, repair),
  before: (action, { repair }) => before(action, repair),
  act: ({ key, list, value }, _before, _context, here) =>
    exited(here.repair.writeValue(key, list, value), here),
};

function commandOf({ key, list }: Take | Put, names: readonly string[]): string {
  const where = [key, '/v', list];
  return names.length === 0
    ? formatCommandLine('reg.exe', ['delete', ...where, '/f'])
    : formatCommandLine('reg.exe', [
        'add',
        ...where,
        '/t',
        'REG_MULTI_SZ',
        '/d',
        names.join('\\0'),
        '/f',
      ]);
}

function remaining({ expected, names }: Take): readonly string[] {
  return expected.filter((name) => !names.includes(name));
}

/** An empty list is no list, as Windows itself leaves it. */
function shorten(action: Take, repair: RepairControl): number {
  const { key, list } = action;
  const names = remaining(action);
  return names.length === 0
    ? repair.deleteValue(key, list)
    : repair.writeValue(key, list, { type: multiStringType, data: multiString(names) });
}

/** `REG_MULTI_SZ`. Source: Microsoft, Windows SDK header `winnt.h`. */
const multiStringType = 7;

function before({ key, list }: Take | Put, repair: RepairControl) {
  const now = repair.readValue(key, list);
  return 'code' in now ? now : { value: { kind: 'registryValue', value: now.value } as const };
}

/** A class of devices, or one device. Microsoft: driver docs, "Registry Trees and Keys for Devices and Drivers". */
const places =
  /^HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\(?:Control\\Class\\\{[0-9A-F-]{36}\}|Enum(?:\\[^\\/]+){3})$/i;

function refusePlace({ key }: Take | Put): Message | null {
  return places.test(key) ? null : message('refused.notAFilterList', { key });
}

/** Somebody else has changed it meanwhile; theirs is the later word. */
function refuseOther({ key, list, expected }: Take | Put, repair: RepairControl): Message | null {
  const now = repair.readValue(key, list);
  if ('code' in now) return null;
  const value = `${key}\\${list}`;
  if (now.value !== null && now.value.type !== multiStringType)
    return message('refused.notAList', { value });
  const names = namesIn(now.value);
  if (names.join('\0') === expected.join('\0')) return null;
  const told = { now: names.join(', '), expected: expected.join(', ') };
  return message('refused.otherData', { value, ...told });
}

function namesIn(value: RawValue | null): readonly string[] {
  return value === null ? [] : textsOf(value.data);
}

/** Without them no keyboard and no mouse works at all. Microsoft: driver docs, "Keyboard and mouse class drivers". */
const classDrivers = [
  { guid: '{4D36E96B-E325-11CE-BFC1-08002BE10318}', driver: 'kbdclass' },
  { guid: '{4D36E96F-E325-11CE-BFC1-08002BE10318}', driver: 'mouclass' },
];

function refuseClassDriver(action: Take): Message | null {
  const needed = classDrivers.find(({ guid }) => action.key.toUpperCase().endsWith(guid))?.driver;
  if (needed === undefined || action.list !== 'UpperFilters') return null;
  const isThere = remaining(action).some((name) => name.toLowerCase() === needed);
  return isThere ? null : message('refused.classDriver', { key: action.key, name: needed });
}

/** A driver that Windows will find is somebody's, whatever a plan says. */
function refuseWorking({ names }: Take, repair: RepairControl): Message | null {
  const working = names.find((name) => {
    const entry = repair.driver(name);
    if ('code' in entry) return true;
    return entry.value !== null && !entry.value.isDone && entry.value.imageExists !== false;
  });
  return working === undefined ? null : message('refused.driverWorks', { name: working });
}
