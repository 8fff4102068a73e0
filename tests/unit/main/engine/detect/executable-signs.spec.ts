import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../../src/main/engine/plan/plan.ts';
import { answerAbout } from '../../../../../src/main/session/decisions.ts';
import type { Finding } from '../../../../../src/shared/domain/finding.ts';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import { home } from '../../../../../src/main/machine/practice/computers/home.ts';
import { recordedPrograms } from '../../../../../src/main/machine/practice/recorded-programs.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';

const vendor = 'AO Kaspersky Lab';
const signature = signedBy(vendor);
const everything = { ...defaultChoice, all: true };

function by(path: string, more = {}) {
  return { path, companyName: vendor, fileVersion: '21.3.10.391', signature, ...more };
}

function short({ productId, state, confidence, evidence, name }: Finding) {
  const says = evidence.map((each) =>
    typeof each.says === 'string' ? each.says : english.render(each.says),
  );
  return { productId, state, confidence, name, says };
}

function found(facts: InventoryFacts) {
  return detect(inventoryOf(facts)).map(short);
}

const mailGuard = {
  displayName: 'Mail Guard 8',
  publisher: 'Innocent Software',
  installLocation: '"C:\\Program Files\\Mail Guard\\"',
} as const;
const engine = by('C:\\Program Files\\Mail Guard\\engine\\prcore.ppl');

describe('programs that a deep scan found', () => {
  it('are a further sign of the product in whose folder they lie, and change nothing else about it', () => {
    const { inventory } = home;
    const deep = {
      ...inventory,
      executables: recordedPrograms(inventory, 'kaspersky'),
    };
    const without = detect(inventory);
    const [one, other] = [without, detect(deep)].map((findings) =>
      findings.map(({ evidence, ...rest }) => ({
        ...rest,
        evidence: evidence.filter(({ kind }) => kind !== 'executable'),
      })),
    );

    const count = (findings: readonly Finding[]) =>
      findings.flatMap(({ evidence }) => evidence.filter(({ kind }) => kind === 'executable'))
        .length;
    expect([other, count(without), count(detect(deep)) > 0]).toEqual([one, 0, true]);
    expect(plan(deep, detect(deep), everything).steps).toEqual(
      plan(inventory, without, everything).steps,
    );
  });

  it('are the engine inside the product of another maker in whose folder they lie', () => {
    const inventory = inventoryOf({
      programs: [
        mailGuard,
        { displayName: 'Folder Tool', publisher: 'Acme', installLocation: 'C:\\' },
      ],
      executables: [engine, by('C:\\Program Files\\Mail Guard\\engine\\base.kdl')],
    });
    const findings = detect(inventory);
    const { plan: planned, state } = answerAbout(inventory, everything);

    expect(findings.map(short)).toEqual([
      {
        productId: 'powered-by-kaspersky',
        state: 'installed',
        confidence: 'hint',
        name: 'Mail Guard 8',
        says: [
          'Signed by “AO Kaspersky Lab”, and Windows accepts the signature: C:\\Program Files\\Mail Guard\\engine\\base.kdl (version 21.3.10.391) and 1 more program in the same folder',
        ],
      },
    ]);
    expect([planned.steps, planned.kept.map(({ reason }) => reason), state.stays.length]).toEqual([
      [],
      ['engineInside'],
      1,
    ]);
  });

  it('are told as two findings where two products carry them, each once', () => {
    const chat = {
      displayName: 'Chat',
      publisher: 'Acme',
      installLocation: 'D:\\Chat',
    };
    const programs = [mailGuard, chat];
    const paths = ['D:\\Chat\\b\\x.dll', 'D:\\Chat\\a\\x.dll', 'D:\\Chat\\a\\y.dll'];

    const names = found({ programs, executables: [engine, ...paths.map((path) => by(path))] });

    expect(names.map(({ name, says }) => [name, says.length])).toEqual([
      ['Mail Guard 8', 1],
      ['Chat', 2],
    ]);
  });

  it.each([
    ['of nobody', { ...mailGuard, publisher: null }],
    ['of Kaspersky’s own', { ...mailGuard, publisher: 'Kaspersky Lab' }],
    ['of one person', { ...mailGuard, scope: 'user' as const, userSid: 'S-1-5-21-1-2-3-1001' }],
    ['for a whole disk', { ...mailGuard, installLocation: 'C:\\' }],
    ['for the folder of all programs', { ...mailGuard, installLocation: 'C:\\Program Files' }],
    ['for a folder with a like name', { ...mailGuard, installLocation: 'C:\\Program Files\\Mail' }],
  ])('are no engine inside for an entry %s', (_name, program) => {
    const findings = found({ programs: [program], executables: [engine] });

    expect(findings.some(({ productId }) => productId === 'powered-by-kaspersky')).toBe(false);
  });

  it('are remains that do no harm where they lie alone, and are never removed', () => {
    const inventory = inventoryOf({
      executables: [
        by('D:\\old\\klif.sys', { signature: signedBy('Microsoft Corporation') }),
        by('D:\\old\\avp.exe', { signature: null, fileVersion: null }),
        by('E:\\x\\y.dll'),
      ],
    });
    const { plan: planned, state, findings } = answerAbout(inventory, everything);

    expect(findings.map(short)).toEqual([
      {
        productId: 'kaspersky-other',
        state: 'leftover',
        confidence: 'likely',
        name: expect.any(String) as string,
        says: [
          'Made by “AO Kaspersky Lab” by its own account, and certified by “Microsoft Corporation”: D:\\old\\klif.sys (version 21.3.10.391)',
          'Signed by “AO Kaspersky Lab”, and Windows accepts the signature: E:\\x\\y.dll (version 21.3.10.391)',
          'Made by “AO Kaspersky Lab” by its own account; its signature was not checked: D:\\old\\avp.exe',
        ],
      },
    ]);
    expect([planned.steps, state.remains.map(({ harmless }) => harmless)]).toEqual([[], [true]]);
  });

  it('are the tool whose name they bear or bore', () => {
    const executables = [by('C:\\Users\\anna\\Downloads\\check.exe', { originalName: 'KVRT.exe' })];

    expect(found({ executables })).toMatchObject([
      { productId: 'kaspersky-virus-removal-tool', state: 'portable', confidence: 'hint' },
    ]);
  });

  it('are told a few places long and then by their number', () => {
    const executables = Array.from({ length: 30 }, (_, index) => by(`D:\\${index + 10}\\x.dll`));

    const [finding] = found({ executables });

    expect([finding?.says.length, finding?.says.at(-1)]).toEqual([
      21,
      '10 more such programs lie elsewhere.',
    ]);
  });

  it('hide nothing that lies in the vendor’s keys under no name of a product', () => {
    const facts = {
      vendorKeys: [{ key: 'HKLM\\SOFTWARE\\KasperskyLab\\Nameless', values: { a: 'b' } }],
    };
    const [alone, both] = [facts, { ...facts, executables: [by('E:\\x\\y.dll')] }].map(found);
    const saysOf = (findings = alone) => findings?.flatMap(({ says }) => says) ?? [];

    expect([saysOf().length > 0, saysOf().every((says) => saysOf(both).includes(says))]).toEqual([
      true,
      true,
    ]);
  });

  it('are somebody else’s when only their name looks alike, and nothing is said', () => {
    const neighbours = [
      { path: 'C:\\Games\\avp.exe', companyName: 'Alien Games' },
      { path: 'C:\\Fans\\Kaspersky Lab\\fan.exe', companyName: 'Kaspersky Fan Club' },
      { path: 'C:\\x\\KVRT.exe', companyName: 'Innocent Software', signature: signedBy('Acme') },
      {
        path: 'C:\\x\\forged.exe',
        signer: { subject: vendor, organization: vendor },
        signature: { ...signature, status: 'untrusted' as const },
      },
    ];

    expect(found({ executables: neighbours })).toEqual([]);
  });
});
