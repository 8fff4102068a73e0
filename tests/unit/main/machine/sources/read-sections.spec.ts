import { message, quoted } from '../../../../../src/shared/domain/message.ts';
import { describe, expect, it } from 'vitest';
import {
  readSections,
  type SectionsRequest,
} from '../../../../../src/main/machine/sources/read-sections.ts';
import { type Collector, type Source } from '../../../../../src/main/machine/sources/source.ts';
import { readSection, unreadableSection } from '../../../../../src/shared/domain/section.ts';
import {
  bySection,
  isOnRequest,
  sectionNames,
  type SectionName,
} from '../../../../../src/shared/domain/sections.ts';

type Row = Partial<Collector<null, SectionName>>;

/** A source whose collectors write down that they began. */
function sourceWith(rows: { readonly [K in SectionName]?: Row }) {
  const begun: SectionName[] = [];
  const source = bySection<Source<null>>((name) => ({
    ...rows[name],
    collect: (...given: Parameters<Collector<null, SectionName>['collect']>) => {
      begun.push(name);
      return rows[name]?.collect?.(...given) ?? readSection([]);
    },
  }));
  return { source, begun };
}

async function read(
  rows: { readonly [K in SectionName]?: Row },
  how: Partial<SectionsRequest<null>> = {},
) {
  const { source, begun } = sourceWith(rows);
  const deep = { disks: 'fixed' } as const;
  const sections = await readSections({ source, context: null, deep, ...how });
  return { sections, begun };
}

const forever = { collect: () => new Promise<never>(() => {}) };

describe('readSections', () => {
  it('reads in the order of the sections, after what a section needs, with the background first', async () => {
    const { begun } = await read({
      programs: { needs: ['services', 'amsiProviders'] },
      services: { needs: ['profiles', 'encryption'] },
      encryption: { background: true },
      defender: { background: true },
    });

    const first: SectionName[] = [
      'encryption',
      'defender',
      'profiles',
      'services',
      'amsiProviders',
      'programs',
    ];
    expect(begun).toEqual([...first, ...sectionNames.filter((name) => !first.includes(name))]);
  });

  it('goes on while the background waits, and hands what comes of it to whoever looks', async () => {
    const answer = Promise.withResolvers<ReturnType<typeof readSection<never>>>();
    const seen: string[] = [];

    const { sections } = await read({
      securityProducts: { background: true, collect: () => answer.promise },
      amsiProviders: {
        needs: ['securityProducts'],
        collect: async (_context, _limit, look) => {
          answer.resolve(readSection([], [gap]));
          seen.push((await look('securityProducts')).state);
          return readSection([]);
        },
      },
    });

    expect([seen, sections.securityProducts.state]).toEqual([['partial'], 'partial']);
  });

  it('asks once more what did not answer in time while Windows was still starting, and only what waits for others', async () => {
    const late = unreadableSection({ ...gap, reason: 'timedOut' });
    const answers = { securityProducts: 0, wmiSecurityProducts: 0, programs: 0 };
    const lateFirst = (name: keyof typeof answers, ready: number) => () => {
      answers[name] += 1;
      return Promise.resolve(answers[name] >= ready ? readSection([]) : late);
    };
    const { sections } = await read({
      securityProducts: { background: true, collect: lateFirst('securityProducts', 2) },
      wmiSecurityProducts: { background: true, collect: lateFirst('wmiSecurityProducts', 3) },
      programs: { collect: lateFirst('programs', 2) },
    });
    const { securityProducts, wmiSecurityProducts, programs } = sections;
    expect([
      answers,
      [securityProducts, wmiSecurityProducts, programs].map(({ state }) => state),
    ]).toEqual([
      { securityProducts: 2, wmiSecurityProducts: 2, programs: 1 },
      ['empty', 'unreadable', 'unreadable'],
    ]);
  });

  it('makes a section unreadable whose collector fails or does not end, and reads the others', async () => {
    let left = 0;

    const { sections } = await read(
      {
        programs: {
          collect: () => {
            throw new Error('The key is broken.');
          },
        },
        services: { ...forever, timeLimitMs: 8 },
      },
      { onLeftBehind: () => left++ },
    );

    const unreadable = sectionNames.filter((name) => sections[name].state === 'unreadable');
    expect([unreadable, sections.programs.gaps, sections.services.gaps, left]).toEqual([
      ['programs', 'services'],
      [
        {
          subject: 'programs',
          reason: 'failed',
          detail: quoted('The key is broken.'),
          needsAdministrator: false,
        },
      ],
      [
        {
          subject: 'services',
          reason: 'timedOut',
          detail: message('gap.tooSlow', { count: 0.008 }),
          needsAdministrator: false,
        },
      ],
      1,
    ]);
  });

  it('reads no section that is not asked for, not even for one that needs it', async () => {
    const { sections, begun } = await read(
      { files: { needs: ['services', 'programs'] } },
      { only: ['files', 'services'] },
    );

    const unread = sectionNames.filter((name) => !['files', 'services'].includes(name));
    expect([begun, unread.map((name) => sections[name].gaps.map(({ reason }) => reason))]).toEqual([
      ['services', 'files'],
      unread.map(() => ['notCollected']),
    ]);
  });

  it('reads what takes long only when somebody asks for it, and counts it only then', async () => {
    const totals = new Set<number>();
    const { sections, begun } = await read(
      {},
      { deep: undefined, onProgress: ({ total }) => totals.add(total) },
    );

    const usual = sectionNames.filter((name) => !isOnRequest(name));
    expect([begun, [...totals], sections.executables]).toEqual([
      usual,
      [usual.length],
      unreadableSection({
        subject: 'executables',
        reason: 'notCollected',
        detail: message('gap.notAsked'),
        needsAdministrator: false,
      }),
    ]);
  });

  it('tells what is being read, the one begun last in front, and how much is done', async () => {
    const told: unknown[] = [];

    await read(
      { defender: { background: true } },
      { only: ['profiles', 'defender'], onProgress: (progress) => told.push(progress) },
    );

    expect(told).toEqual([
      { reading: ['defender'], done: 0, total: 2 },
      { reading: [], done: 1, total: 2 },
      { reading: ['profiles'], done: 1, total: 2 },
      { reading: [], done: 2, total: 2 },
    ]);
  });

  it('ends at once when it is stopped, and begins nothing more', async () => {
    const stop = new AbortController();
    const { source, begun } = sourceWith({
      encryption: { background: true, ...forever },
      services: forever,
    });
    let left = 0;

    const reading = readSections({
      source,
      context: null,
      signal: stop.signal,
      onLeftBehind: () => left++,
      onProgress: ({ reading: [latest] }) => {
        if (latest === 'services') stop.abort(new Error('enough'));
      },
    });

    await expect(reading).rejects.toThrow('enough');
    expect([begun, left]).toEqual([
      ['encryption', ...sectionNames.slice(0, sectionNames.indexOf('services') + 1)],
      1,
    ]);
  });
});

const gap = {
  subject: 'x',
  reason: 'failed',
  detail: quoted('y'),
  needsAdministrator: false,
} as const;
