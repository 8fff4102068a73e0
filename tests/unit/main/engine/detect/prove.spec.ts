import { describe, expect, it } from 'vitest';
import {
  codeOfProgram,
  proofBase,
  proveFile,
  proveProductCode,
  proveRunnable,
} from '../../../../../src/main/engine/detect/prove.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';
import { codes, msi, programFiles, vendorRoot } from '../../../../support/kaspersky-machines.ts';

const name = 'Kaspersky Endpoint Security for Windows';
const silent = msi({ code: codes.kes, name, version: '11', publisher: null });
const environment = {
  vendorKeys: [{ key: `${vendorRoot}\\KES11\\environment`, values: { ProductCode: codes.kes } }],
} satisfies InventoryFacts;

describe('proveProductCode', () => {
  it.each<[string, InventoryFacts, boolean, string]>([
    [
      'the publisher is Kaspersky',
      msi({ code: codes.kes, name, version: '11' }),
      true,
      'publisher',
    ],
    [
      'the publisher is AO Kaspersky Lab',
      msi({ code: codes.kes, name, version: '11', publisher: 'AO Kaspersky Lab' }),
      true,
      'publisher',
    ],
    ['only the environment key speaks for it', { ...silent, ...environment }, true, 'vendorKey'],
    ['nothing speaks for it, not even a known code', silent, false, 'nothingShown'],
    [
      'the publisher only mentions Kaspersky',
      msi({ code: codes.kes, name, version: '11', publisher: 'Kaspersky Fan Club' }),
      false,
      'nothingShown',
    ],
    [
      'the publisher is somebody else',
      { ...msi({ code: codes.kes, name, version: '11', publisher: 'Acme' }), ...environment },
      false,
      'foreignPublisher',
    ],
    [
      'Windows Installer does not know it',
      { programs: msi({ code: codes.kes, name, version: '11' }).programs! },
      false,
      'unknownProduct',
    ],
    [
      'the list could not be read',
      { ...environment, unreadable: ['installerProducts'] },
      false,
      'listUnread',
    ],
    [
      'it is only offered',
      {
        installerProducts: [
          { productCode: codes.kes, publisher: 'Kaspersky', state: 'advertised' },
        ],
      },
      false,
      'onePersonOnly',
    ],
    [
      'one person installed it',
      {
        installerProducts: [
          { productCode: codes.kes, publisher: 'Kaspersky', context: 'userUnmanaged' },
        ],
      },
      false,
      'onePersonOnly',
    ],
  ])('decides when %s', (_name, facts, proven, why) => {
    const proof = proveProductCode(codes.kes, proofBase(inventoryOf(facts)));
    expect([proof.proven, proof.reason.id]).toEqual([proven, `proof.${why}`]);
  });
});

describe('codeOfProgram', () => {
  const other = '{BBBBBBBB-1111-2222-3333-444444444444}';

  it.each([
    ['its key', codes.kes, null, codes.kes],
    ['its key before its command', codes.kes, `MsiExec.exe /X${other}`, codes.kes],
    ['a command for Windows Installer', 'KES', `MsiExec.exe /X${codes.kes}`, codes.kes],
    ['no other command', 'KES', `C:\\x\\uninst.exe ${codes.kes}`, ''],
    ['no command without a code', 'KES', 'MsiExec.exe /X', ''],
    ['nothing', 'KES', null, ''],
  ])('is told by %s', (_what, keyName, uninstallString, expected) => {
    const [program] = inventoryOf({ programs: [{ keyName, uninstallString }] }).programs.items;
    expect(program && codeOfProgram(program)).toBe(expected);
  });
});

it('a copy of the account that runs Cutover forbids the code, however that account is written', () => {
  const sid = 'S-1-5-21-1-2-3-1001';
  const machines = msi({ code: codes.kes, name, version: '11' });
  const copy = {
    productCode: codes.kes,
    publisher: 'Kaspersky',
    context: 'userUnmanaged',
  } as const;
  const products = [...(machines.installerProducts ?? []), { ...copy, userSid: sid }];
  const whys = [sid, sid.toLowerCase(), `${sid}9`].map((account) => {
    const facts = { ...machines, installerProducts: products, machine: { account } };
    return proveProductCode(codes.kes, proofBase(inventoryOf(facts))).reason.id;
  });
  expect(whys).toEqual(['proof.personHasToo', 'proof.personHasToo', 'proof.publisher']);
});

describe('proveFile', () => {
  const path = `${programFiles}\\NetworkAgent\\klnagent.exe`;
  const driver = 'C:\\Windows\\System32\\drivers\\klif.sys';
  const outside = 'C:\\Tools\\klnagent.exe';
  const own = signedBy('Kaspersky Lab');

  it.each<[string, string, string | null, object | null, boolean, string]>([
    ['place and signer', path, null, { signature: own }, true, 'vendorFile'],
    ['place and company', path, null, { companyName: 'AO Kaspersky Lab' }, true, 'vendorFile'],
    ['place and publisher', path, 'Kaspersky Lab', null, true, 'folderAndPublisher'],
    ['drivers folder and signer', driver, null, { signature: own }, true, 'vendorFile'],
    ['place alone', path, null, null, false, 'unknownMaker'],
    ['signer alone', outside, null, { signature: own }, false, 'elsewhere'],
    [
      'place and a foreign signer',
      path,
      'Kaspersky',
      { signature: signedBy('Acme') },
      false,
      'foreignFile',
    ],
    [
      'place and a foreign company',
      path,
      'Kaspersky',
      { companyName: 'Acme' },
      false,
      'foreignFile',
    ],
    ['place and a foreign publisher', path, 'Acme', { signature: own }, false, 'foreignPublisher'],
    [
      'company with a broken signature',
      path,
      null,
      { companyName: 'Kaspersky Lab', signature: { ...own, status: 'invalid' } },
      false,
      'unknownMaker',
    ],
    [
      'a folder named alike',
      'C:\\Program Files\\Kaspersky Lab Fans\\a.exe',
      'Kaspersky',
      { signature: own },
      false,
      'elsewhere',
    ],
    [
      'a path that leads out',
      `${programFiles}\\..\\..\\Acme\\a.exe`,
      'Kaspersky',
      null,
      false,
      'elsewhere',
    ],
  ])('decides on %s', (_name, at, publisher, fact, proven, why) => {
    const files = fact === null ? [] : [{ path: at, ...fact }];
    const proof = proveFile(at, publisher, proofBase(inventoryOf({ files })));
    expect([proof.proven, proof.reason.id]).toEqual([proven, `proof.${why}`]);
  });
});

describe('proveRunnable', () => {
  const path = `${programFiles}\\NetworkAgent\\uninstall.exe`;
  const own = signedBy('Kaspersky Lab');
  const none = { status: 'unsigned', subject: null, organization: null, issuer: null, code: 0 };
  const named = { companyName: 'AO Kaspersky Lab', signature: none };

  function judge(publisher: string | null, fact: object | null) {
    const files = fact === null ? [] : [{ path, ...fact }];
    const proof = proveRunnable(path, publisher, proofBase(inventoryOf({ files })));
    return proof.proven ? 'runs' : proof.reason.id;
  }

  it.each<[string, string | null, object | null, string]>([
    ['is signed by the vendor', null, { signature: own }, 'runs'],
    ['is unsigned, its company and publisher the vendor', 'Kaspersky Lab', named, 'runs'],
    ['is unsigned and has no publisher', null, named, 'uninstaller.unsigned'],
    [
      'is unsigned and names no company',
      'Kaspersky Lab',
      { signature: none },
      'uninstaller.unsigned',
    ],
    [
      'was altered after it was signed',
      'Kaspersky Lab',
      { ...named, signature: { ...own, status: 'invalid' } },
      'uninstaller.signature.invalid',
    ],
    [
      'has a signature that is not trusted',
      'Kaspersky Lab',
      { ...named, signature: { ...own, status: 'untrusted' } },
      'uninstaller.signature.untrusted',
    ],
    [
      'has an untrusted signature of somebody else',
      'Kaspersky Lab',
      { ...named, signature: { ...signedBy('Mallory Ltd'), status: 'untrusted' } },
      'uninstaller.signature.untrusted',
    ],
    [
      'was not checked in time',
      'Kaspersky Lab',
      { ...named, signature: null },
      'uninstaller.signature.unknown',
    ],
    ['was never looked at', 'Kaspersky Lab', null, 'uninstaller.signature.unknown'],
    [
      'is signed by somebody else',
      'Kaspersky Lab',
      { signature: signedBy('Acme') },
      'proof.foreignFile',
    ],
  ])('judges a file that %s', (_what, publisher, fact, verdict) => {
    expect(judge(publisher, fact)).toBe(verdict);
  });
});
