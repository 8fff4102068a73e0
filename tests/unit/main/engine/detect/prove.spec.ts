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
  it.each<[string, InventoryFacts, boolean]>([
    ['the publisher is Kaspersky', msi({ code: codes.kes, name, version: '11' }), true],
    [
      'the publisher is AO Kaspersky Lab',
      msi({ code: codes.kes, name, version: '11', publisher: 'AO Kaspersky Lab' }),
      true,
    ],
    ['only the environment key speaks for it', { ...silent, ...environment }, true],
    ['nothing speaks for it, not even a known code', silent, false],
    [
      'the publisher only mentions Kaspersky',
      msi({ code: codes.kes, name, version: '11', publisher: 'Kaspersky Fan Club' }),
      false,
    ],
    [
      'the publisher is somebody else',
      { ...msi({ code: codes.kes, name, version: '11', publisher: 'Acme' }), ...environment },
      false,
    ],
    [
      'Windows Installer does not know it',
      { programs: msi({ code: codes.kes, name, version: '11' }).programs! },
      false,
    ],
    ['the list could not be read', { ...environment, unreadable: ['installerProducts'] }, false],
    [
      'it is only offered',
      {
        installerProducts: [
          { productCode: codes.kes, publisher: 'Kaspersky', state: 'advertised' },
        ],
      },
      false,
    ],
    [
      'one person installed it',
      {
        installerProducts: [
          { productCode: codes.kes, publisher: 'Kaspersky', context: 'userUnmanaged' },
        ],
      },
      false,
    ],
  ])('decides when %s', (_name, facts, proven) => {
    const proof = proveProductCode(codes.kes, proofBase(inventoryOf(facts)));
    expect([proof.proven, proof.reasons.length]).toEqual([proven, 1]);
  });
});

describe('proveFile', () => {
  const path = `${programFiles}\\NetworkAgent\\klnagent.exe`;
  const driver = 'C:\\Windows\\System32\\drivers\\klif.sys';
  const outside = 'C:\\Tools\\klnagent.exe';
  const own = signedBy('Kaspersky Lab');

  it.each<[string, string, string | null, object | null, boolean]>([
    ['place and signer', path, null, { signature: own }, true],
    ['place and company', path, null, { companyName: 'AO Kaspersky Lab' }, true],
    ['place and publisher', path, 'Kaspersky Lab', null, true],
    ['drivers folder and signer', driver, null, { signature: own }, true],
    ['place alone', path, null, null, false],
    ['signer alone', outside, null, { signature: own }, false],
    ['place and a foreign signer', path, 'Kaspersky', { signature: signedBy('Acme') }, false],
    ['place and a foreign company', path, 'Kaspersky', { companyName: 'Acme' }, false],
    ['place and a foreign publisher', path, 'Acme', { signature: own }, false],
    [
      'company with a broken signature',
      path,
      null,
      { companyName: 'Kaspersky Lab', signature: { ...own, status: 'invalid' } },
      false,
    ],
    [
      'a folder named alike',
      'C:\\Program Files\\Kaspersky Lab Fans\\a.exe',
      'Kaspersky',
      { signature: own },
      false,
    ],
    ['a path that leads out', `${programFiles}\\..\\..\\Acme\\a.exe`, 'Kaspersky', null, false],
  ])('decides on %s', (_name, at, publisher, fact, proven) => {
    const files = fact === null ? [] : [{ path: at, ...fact }];
    expect(proveFile(at, publisher, proofBase(inventoryOf({ files }))).proven).toBe(proven);
  });
});
