import { describe, expect, it } from 'vitest';
import {
  proofBase,
  proveFile,
  proveProductCode,
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
