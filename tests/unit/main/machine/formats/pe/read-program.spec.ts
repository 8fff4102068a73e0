import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { describe, expect, it } from 'vitest';
import {
  bytesAsSource,
  type ByteSource,
} from '../../../../../../src/main/machine/formats/pe/byte-source.ts';
import { readProgram } from '../../../../../../src/main/machine/formats/pe/read-program.ts';
import { buildProgram, programBy } from '../../../../../support/pe-builder.ts';
import { signatures } from '../../../../../support/program-signatures.ts';

async function read(bytes: Buffer) {
  return await readProgram(bytesAsSource(bytes));
}

/** How often, and how many bytes of it, a reader asks for. */
function counted(bytes: Buffer) {
  const seen = { reads: 0, bytes: 0 };
  const source: ByteSource = {
    read: async (at, into, length) => {
      seen.reads += 1;
      seen.bytes += length;
      return await bytesAsSource(bytes).read(at, into, length);
    },
  };
  return { source, seen };
}

/** By the library that packages this program; nothing of the reader is in it. */
function byLibrary(languages: readonly (readonly [number, string])[]): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  for (const [lang, company] of languages) {
    const version = Resource.VersionInfo.createEmpty();
    version.lang = lang;
    version.setFileVersion(21, 3, 10, 391, lang);
    version.setStringValues(
      { lang, codepage: 1200 },
      { CompanyName: company, ProductName: 'Kaspersky', OriginalFilename: 'avp.exe' },
    );
    version.outputToResourceEntries(resources.entries);
  }
  // What a program of some size has beside it.
  for (let id = 1; id <= 200; id++)
    resources.entries.push({ type: 3, id, lang: 1033, codepage: 0, bin: new ArrayBuffer(3200) });
  resources.outputResource(program);
  return Buffer.from(program.generate());
}

describe('readProgram', () => {
  it('reads what another program wrote: every language, its product, its name and its version', async () => {
    const program = byLibrary([
      [1033, 'AO Kaspersky Lab'],
      [1049, 'АО «Лаборатория Касперского»'],
    ]);

    expect(await read(program)).toEqual({
      kind: 'program',
      facts: {
        fileVersion: '21.3.10.391',
        languages: [
          { companyName: 'AO Kaspersky Lab', productName: 'Kaspersky', originalName: 'avp.exe' },
          {
            companyName: 'АО «Лаборатория Касперского»',
            productName: 'Kaspersky',
            originalName: 'avp.exe',
          },
        ],
        signer: null,
      },
    });
  });

  it.each([32, 64] as const)(
    'reads a program of %s bits, and every table of strings in it',
    async (bits) => {
      const versions = [
        [
          { table: '040904b0', strings: { CompanyName: 'Acme', ProductName: 'Both' } },
          { table: '041904b0', strings: { CompanyName: 'Kaspersky Lab' } },
        ],
      ];
      const { facts } = { facts: null, ...(await read(buildProgram({ versions, bits }))) };

      expect(facts?.languages.map(({ companyName }) => companyName)).toEqual([
        'Acme',
        'Kaspersky Lab',
      ]);
    },
  );

  it.each([
    ['vendor', 'AO Kaspersky Lab', 'AO Kaspersky Lab'],
    ['stranger', 'Innocent Software', 'Innocent Software'],
    ['cyrillic', 'Лаборатория Касперского', 'АО "Лаборатория Касперского"'],
    ['fans', 'Kaspersky Fan Club', 'Kaspersky Fan Club'],
  ] as const)(
    'names who signed (%s), and not who stands above them',
    async (name, subject, organization) => {
      const { facts } = {
        facts: null,
        ...(await read(buildProgram({ signature: signatures[name] }))),
      };

      expect(facts?.signer).toEqual({ subject, organization });
    },
  );

  it('reads a few pieces of a large program and not the whole of it', async () => {
    const versions = [[{ table: '040904b0', strings: { CompanyName: 'Acme' } }]];
    const program = buildProgram({ versions, signature: signatures.vendor, code: 8_000_000 });
    const { source, seen } = counted(program);

    expect([(await readProgram(source)).kind, seen.reads, seen.bytes < 32_000]).toEqual([
      'program',
      // Its headers; its resources and, right behind them, its signature.
      2,
      true,
    ]);
  });

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    [
      'a text',
      Buffer.from('MZ is how this text begins, and it goes on for a while, longer than a header.'),
    ],
    ['a program for DOS', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a header that lies outside', withNumber(programBy('Kaspersky Lab'), 60, 0xffff_fff0)],
  ])('says of %s that it is no program', async (_name, bytes) => {
    expect(await read(bytes)).toEqual({ kind: 'noProgram' });
  });

  it('leaves out what is cut off, and says nothing of it', async () => {
    const whole = buildProgram({
      versions: [[{ table: '040904b0', strings: { CompanyName: 'Kaspersky Lab' } }]],
      signature: signatures.vendor,
    });

    expect(await read(whole.subarray(0, 0x208))).toEqual({
      kind: 'program',
      facts: { fileVersion: null, languages: [], signer: null },
    });
  });

  it('ends at resources that lead in a circle, and at a list without end', async () => {
    const program = programBy('Kaspersky Lab');
    const circle = withNumber(program, 0x200 + 20, 0x8000_0000);
    const endless = withNumber(program, 0x200 + 12, 0xffff_ffff);

    const reads = await Promise.all(
      [circle, endless].map(async (bytes) => {
        const { source, seen } = counted(bytes);
        return [(await readProgram(source)).kind, seen.reads <= 64];
      }),
    );
    expect(reads).toEqual([
      ['program', true],
      ['program', true],
    ]);
  });

  it('tells a file that cannot be read from one that is no program', async () => {
    const versions = [[{ table: '040904b0', strings: { CompanyName: 'Kaspersky Lab' } }]];
    const program = buildProgram({ versions, code: 8000 });
    const failing = (from: number): ByteSource => ({
      read: async (at, into, length) =>
        at >= from ? null : await bytesAsSource(program).read(at, into, length),
    });

    expect([await readProgram(failing(0)), await readProgram(failing(0x200))]).toEqual([
      { kind: 'unreadable' },
      { kind: 'unreadable' },
    ]);
  });
});

function withNumber(bytes: Buffer, at: number, value: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(value, at);
  return changed;
}
