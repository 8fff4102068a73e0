import { describe, expect, it } from 'vitest';
import { collectPersonalRoots } from '../../../../../../src/main/machine/sources/registry/collect-personal-roots.ts';
import { mountHives } from '../../../../../../src/main/machine/registry/mount-hives.ts';
import { readHiveFile } from '../../../../../../src/main/machine/formats/hive/read-hive-file.ts';
import { treeRegistryOf } from '../../../../../../src/main/machine/registry/tree-registry.ts';
import { writeHive } from '../../../../../support/regf-writer.ts';
import {
  blobElement,
  certificateBlob,
  rootCertificates,
} from '../../../../../support/root-certificates.ts';

const anna = 'S-1-5-21-1-2-3-1001';
const olga = 'S-1-5-21-1-2-3-1002';
const hints = ['kaspersky'];
const { kaspersky, innocent } = rootCertificates;

const placeOf = (sid: string) =>
  `HKU\\${sid}\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates`;
const keyOf = (sid: string, certificate: typeof kaspersky | typeof innocent) => ({
  [`${placeOf(sid)}\\${certificate.thumbprint}`]: { Blob: certificateBlob(certificate) },
});

const name = 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab';
const rootOf = (userSid: string) => ({
  store: 'CurrentUser\\Root',
  userSid,
  firefoxProfile: null,
  thumbprint: kaspersky.thumbprint,
  subject: name,
  issuer: name,
  notAfter: '2046-11-18T20:48:02.000Z',
});

describe('the root certificates of persons', () => {
  it('are told with whose they are; those of others are not told', () => {
    const registry = treeRegistryOf({
      ...keyOf(anna, kaspersky),
      ...keyOf(anna, innocent),
      ...keyOf(olga, innocent),
    });
    expect(collectPersonalRoots(registry, hints)).toEqual({
      state: 'read',
      items: [rootOf(anna)],
      gaps: [],
    });
  });

  it('come from the hive file of a person who is not signed in, too', () => {
    const certificates = {
      [kaspersky.thumbprint]: {
        values: { Blob: { type: 3, data: certificateBlob(kaspersky) } },
      },
      [innocent.thumbprint]: { values: { Blob: { type: 3, data: certificateBlob(innocent) } } },
    };
    const root = { keys: { Root: { keys: { Certificates: { keys: certificates } } } } };
    const microsoft = { keys: { SystemCertificates: root } };
    const bytes = writeHive({ keys: { Software: { keys: { Microsoft: microsoft } } } });
    const hive = readHiveFile(bytes, `HKU\\${olga}`);
    if (!hive.ok) throw new Error(hive.code);
    const registry = mountHives(
      treeRegistryOf(keyOf(anna, kaspersky)),
      new Map([[`HKU\\${olga}`, hive.registry]]),
    );
    expect(collectPersonalRoots(registry, hints).items).toEqual([rootOf(anna), rootOf(olga)]);
  });

  it('are a gap where they are damaged or not readable, and nothing where there are none', () => {
    const at = placeOf(anna);
    const damaged = (text: string, der = Buffer.from(text)) =>
      blobElement(32, Buffer.concat([Buffer.from([0x30, der.length]), der]));
    const registry = treeRegistryOf(
      {
        [`${at}\\01`]: { Blob: certificateBlob(kaspersky).subarray(0, -1) },
        [`${at}\\02`]: { Blob: 'kaspersky' },
        [`${at}\\03`]: {},
        [`${at}\\04`]: { Blob: damaged('Kaspersky') },
        [`${at}\\05`]: { Blob: damaged('An old root that nobody can read') },
        [`${at}\\06`]: { Blob: damaged('', Buffer.from('K\0a\0s\0p\0e\0r\0s\0k\0y')) },
        [`HKU\\${olga}`]: {},
        [placeOf('S-1-5-18')]: {},
      },
      [placeOf('S-1-5-18')],
    );
    const section = collectPersonalRoots(registry, hints);
    expect([section.state, section.items, section.gaps.map(gapText)]).toEqual([
      'partial',
      [],
      [
        `${at}\\01 corrupt`,
        `${at}\\02 corrupt`,
        `${at}\\04 corrupt`,
        `${at}\\06 corrupt`,
        `${placeOf('S-1-5-18')} accessDenied`,
      ],
    ]);
  });
});

function gapText({ subject, reason }: { readonly subject: string; readonly reason: string }) {
  return `${subject} ${reason}`;
}
