import { describe, expect, it } from 'vitest';
import { mayBeFetched } from '../../../../../../src/main/machine/windows/files/root-list.ts';
import {
  readSignature,
  type TrustCalls,
} from '../../../../../../src/main/machine/windows/files/signature.ts';
import { treeRegistryOf } from '../../../../../../src/main/machine/registry/tree-registry.ts';

const [untrustedRoot, incomplete, badDigest] = [0x800b0109, 0x800b010a, 0x80096010];
const root = Buffer.alloc(20, 7);
const judgedAt = Buffer.alloc(8, 1);

/** A Windows that answers in this order; what it was asked, and as of when the chain was judged. */
function windowsOf(codes: readonly number[], { network = true, listed = false } = {}) {
  const asked: string[] = [];
  const calls: TrustCalls = {
    verifyFile: async () => {
      asked.push('verify');
      return await Promise.resolve({
        code: codes[asked.filter((each) => each === 'verify').length - 1] ?? 0,
        at: judgedAt,
      });
    },
    verifyByCatalog: async () => await Promise.resolve({ found: false, searched: true }),
    findSigner: (_path, at) => {
      if (at === judgedAt) asked.push('chain');
      return {
        subject: 'ESET',
        organization: 'ESET',
        issuer: 'CA',
        chain: { state: 'trusted', end: root },
      };
    },
    askForRoot: async () => {
      asked.push('network');
      return await Promise.resolve(network);
    },
    mayBeFetched: () => listed,
  };
  return { asked, calls };
}

async function read(codes: readonly number[], world = {}) {
  const { asked, calls } = windowsOf(codes, world);
  const { status } = await readSignature('C:\\a.exe', calls);
  return [status, asked];
}

describe('a signature', () => {
  it('that is good is taken as it is, with the chain as of the time of its countersignature', async () => {
    expect(await read([0])).toEqual(['valid', ['verify', 'chain']]);
  });

  it.each([untrustedRoot, incomplete])(
    'whose root is missing (%i) is looked at again after Windows was let fetch it, once',
    async (code) => {
      expect(await read([code, 0])).toEqual(['valid', ['verify', 'network', 'verify', 'chain']]);
    },
  );

  it.each([
    ['is missing without a network', [incomplete], { network: false }, 'unknown'],
    ['stays missing', [incomplete, incomplete], {}, 'unknown'],
    ['is there and on no list', [untrustedRoot, untrustedRoot], {}, 'untrusted'],
    ['is there and could be fetched', [untrustedRoot, untrustedRoot], { listed: true }, 'unknown'],
  ])('whose root %s is never valid', async (_what, codes, world, status) => {
    expect((await read(codes, world))[0]).toBe(status);
  });

  it('that was broken asks nobody', async () => {
    expect(await read([badDigest])).toEqual(['invalid', ['verify', 'chain']]);
  });
});

describe('the list of roots that Windows may fetch', () => {
  const key = 'HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\AuthRoot\\AutoUpdate';
  const holding = (...bytes: readonly Buffer[]) =>
    treeRegistryOf({ [key]: { EncodedCtl: new Uint8Array(Buffer.concat(bytes)) } });

  it('tells a root that is on it from one that is not, and knows none without a list', () => {
    const other = Buffer.alloc(20, 9);
    expect([
      mayBeFetched(root, holding(Buffer.from([1, 2]), root, other)),
      mayBeFetched(root, holding(other)),
      mayBeFetched(null, holding(other)),
      mayBeFetched(root, treeRegistryOf({})),
    ]).toEqual([true, false, true, true]);
  });
});
