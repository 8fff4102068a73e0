/** What the files of a room may import: places of ours (folders, or single files) and packages that have a place. */
export interface Room {
  readonly places: readonly string[];
  readonly packages: readonly string[];
}

const shared = ['src/shared'];
const domain = ['src/shared/domain', 'src/shared/windows'];
/** Every adapter implements it, so an import of it makes no loop between folders. */
export const seam = 'src/main/machine/machine.ts';
const engine = 'src/main/engine';
const machine = 'src/main/machine';
const disk = 'src/main/disk';
const loop = ['read-sections', 'source', 'deadline', 'free-time'].map(
  (name) => `${machine}/sources/${name}.ts`,
);

/** The rooms of the program, as in ARCHITECTURE.md. The longest path that fits a file is its room. */
export const rooms: Readonly<Record<string, Room>> = {
  'src/shared/domain': {
    places: ['src/shared/locales', 'src/shared/windows'],
    packages: ['zod'],
  },
  'src/shared/locales': { places: [], packages: ['icu-minify'] },
  'src/shared/windows': { places: [], packages: [] },
  'src/shared/contract': { places: domain, packages: ['zod'] },
  'src/shared/words': {
    places: [...domain, 'src/shared/locales'],
    packages: ['icu-minify'],
  },

  [disk]: { places: domain, packages: ['node'] },
  'src/main/catalog': { places: domain, packages: [] },
  [`${engine}/detect`]: { places: ['src/main/catalog', ...domain], packages: [] },
  [`${engine}/protection`]: {
    places: [`${engine}/detect`, 'src/main/catalog', ...domain],
    packages: [],
  },
  [`${engine}/plan`]: {
    places: [`${engine}/detect`, `${engine}/protection`, 'src/main/catalog', ...domain],
    packages: [],
  },
  [`${engine}/judge`]: {
    places: [`${engine}/detect`, `${engine}/protection`, 'src/main/catalog', seam, ...domain],
    packages: [],
  },
  /** The run's own files on the disk, so this one may use Node. */
  [`${engine}/record`]: {
    places: [`${engine}/judge`, seam, disk, ...domain],
    packages: ['zod', 'node'],
  },
  [`${engine}/run`]: {
    places: [engine, 'src/main/catalog', seam, `${disk}/cannot-write.ts`, ...domain],
    packages: [],
  },

  [machine]: { places: [disk, ...domain], packages: ['node'] },
  [`${machine}/registry`]: { places: domain, packages: [] },
  [`${machine}/formats`]: {
    places: [`${machine}/registry`, ...domain],
    packages: ['fast-xml-parser', 'node'],
  },
  /** The one loop that reads, whatever the source. */
  [`${machine}/sources`]: { places: [seam, ...domain], packages: ['node'] },
  [`${machine}/sources/file`]: {
    places: [
      ...['registry', 'report'].map((source) => `${machine}/sources/${source}`),
      `${machine}/formats`,
      ...domain,
    ],
    packages: ['node', 'zod'],
  },
  [`${machine}/sources/report`]: {
    places: [`${machine}/formats`, `${machine}/registry`, ...loop, ...domain],
    packages: ['fast-xml-parser', 'node'],
  },
  /** The search for programs on disks, whatever system they are read by. */
  [`${machine}/sources/executables`]: {
    places: [`${machine}/formats`, ...loop, ...domain],
    packages: ['node'],
  },
  [`${machine}/sources/registry`]: {
    places: [`${machine}/formats`, `${machine}/registry`, ...loop, ...domain],
    packages: [],
  },
  [`${machine}/sources/windows`]: {
    places: [
      `${machine}/formats`,
      `${machine}/registry`,
      `${machine}/sources/executables`,
      `${machine}/sources/registry`,
      ...loop,
      seam,
      ...['com', 'ffi', 'files', 'system'].map((room) => `${machine}/windows/${room}`),
      ...domain,
    ],
    packages: ['node'],
  },
  [`${machine}/windows/ffi`]: { places: domain, packages: ['koffi', 'node'] },
  [`${machine}/windows`]: {
    places: [
      seam,
      disk,
      ...['quarantine', 'registry', 'formats', 'sources'].map((room) => `${machine}/${room}`),
      ...domain,
    ],
    packages: ['execa', 'node', 'systeminformation', 'zod'],
  },
  /** Moving things away and bringing them back, whatever the computer. */
  [`${machine}/quarantine`]: {
    places: [seam, disk, `${machine}/windows/perform`, ...domain],
    packages: ['node', 'zod'],
  },
  [`${machine}/practice`]: {
    places: [
      seam,
      disk,
      ...loop,
      `${machine}/quarantine`,
      `${machine}/windows/perform`,
      `${machine}/windows/repair`,
      ...domain,
    ],
    packages: ['node', 'zod'],
  },

  'src/main/report': { places: shared, packages: ['zod'] },
  'src/main/report/bundle': {
    places: ['src/main/report', ...shared],
    packages: ['fflate', 'node'],
  },
  'src/main/policy': { places: [disk, machine, ...shared], packages: ['node', 'zod'] },
  'src/main/session': {
    places: ['src/main/catalog', disk, engine, machine, 'src/main/report', ...shared],
    packages: ['node', 'zod'],
  },
  'src/main/cli': {
    places: [
      'src/main/catalog',
      disk,
      engine,
      machine,
      'src/main/policy',
      'src/main/report',
      'src/main/session',
      ...shared,
    ],
    packages: ['commander', 'node', 'wrap-ansi', 'zod'],
  },
  'src/main/desktop': {
    places: [
      'src/main/catalog',
      disk,
      engine,
      machine,
      'src/main/policy',
      'src/main/report',
      'src/main/session',
      ...shared,
    ],
    packages: ['electron', 'node', 'zod'],
  },
  /** The guide knows no window, so that it is tested without one. */
  'src/main/desktop/guide': {
    places: [
      'src/main/catalog',
      disk,
      engine,
      machine,
      'src/main/policy',
      'src/main/report',
      'src/main/session',
      ...shared,
    ],
    packages: ['node'],
  },
  'src/preload': { places: ['src/shared/contract'], packages: ['electron'] },
  'src/renderer': { places: shared, packages: ['react'] },
};

const platformReaders = [
  'src/main/machine/open-machine.ts',
  // The guard in front of every call into Windows.
  'src/main/machine/windows/ffi/assert-windows.ts',
];

const durations =
  'Somebody may set the clock meanwhile: measure a duration with performance.now() or Clock.ticks().';

function measures(file: string): boolean {
  return [machine, engine, 'src/main/session'].some((room) => file.startsWith(`${room}/`));
}

/** What only some files may ask of the process they run in: a member of this object, or of any where none is named. */
export const placedReadings = [
  {
    reading: 'process.platform',
    isAllowedIn: (file: string) => platformReaders.includes(file),
    message: 'The operating system is chosen in src/main/machine/open-machine.ts and nowhere else.',
  },
  {
    reading: 'Date.now',
    isAllowedIn: (file: string) => !measures(file),
    message: durations,
  },
  {
    reading: 'getTime',
    isAllowedIn: (file: string) => !measures(file),
    message: durations,
  },
] as const;

/** The room of a file; null for one that stands in none (an entry, a test). */
export function roomOf(path: string): string | null {
  const fitting = Object.keys(rooms).filter((room) => path.startsWith(`${room}/`));
  return fitting.sort((one, other) => other.length - one.length)[0] ?? null;
}
