import { describe, expect, it } from 'vitest';
import { vendorNames } from '../../../../../../src/main/catalog/vendor-names.ts';
import { isConfirmed } from '../../../../../../src/main/catalog/row.ts';
import {
  whyNotThePackage,
  type SeenPackage,
} from '../../../../../../src/main/machine/windows/files/judge-package.ts';

const productCode = '{C9EF800D-54AA-4F60-AB96-5A3966550F53}';
const packageCode = '{0B2C61C4-9A8E-4B37-8D1B-6F0C1B6F0A11}';
const wanted = {
  productCode,
  packageCode,
  signers: vendorNames.filter(isConfirmed).map(({ match }) => match),
};

const original: SeenPackage = {
  facts: { productCode, packageCode },
  signature: { status: 'valid', organization: 'AO Kaspersky Lab' },
};
const signedBy = (organization: string | null): SeenPackage => ({
  ...original,
  signature: { status: 'valid', organization },
});
const withSignature = (status: SeenPackage['signature']['status']): SeenPackage => ({
  ...original,
  signature: { status, organization: 'AO Kaspersky Lab' },
});
const why = (seen: SeenPackage, more: Partial<typeof wanted> = {}) =>
  whyNotThePackage(seen, { ...wanted, ...more })?.id ?? null;

describe('a package that somebody hands in', () => {
  it('is taken when it is the very one, however its codes are written', () => {
    const lower = {
      productCode: productCode.toLowerCase(),
      packageCode: packageCode.toLowerCase(),
    };
    expect([
      why(original),
      why({ ...original, facts: lower }),
      why(signedBy('Kaspersky Lab')),
    ]).toEqual([null, null, null]);
  });

  it('is not taken when it is of another product, of another build, or no package at all', () => {
    const other = '{9A017278-F7F4-4DF9-A482-0B97B70DD7ED}';
    expect([
      why({ ...original, facts: { productCode: other, packageCode } }),
      why({ ...original, facts: { productCode: null, packageCode } }),
      why({ ...original, facts: { productCode, packageCode: other } }),
      why({ ...original, facts: { productCode, packageCode: null } }),
      why({ ...original, facts: null }),
    ]).toEqual([
      'package.otherProduct',
      'package.otherProduct',
      'package.otherVersion',
      'package.otherVersion',
      'package.noPackage',
    ]);
  });

  it('is not taken where Windows does not tell which build it was', () => {
    expect(whyNotThePackage(original, { ...wanted, packageCode: null })?.id).toBe(
      'package.otherVersion',
    );
  });

  it('is not taken without a valid signature, which would say of an uninstaller that is there already too little', () => {
    expect(
      (['unsigned', 'invalid', 'untrusted', 'unknown'] as const).map((status) =>
        why(withSignature(status)),
      ),
    ).toEqual([
      'package.signature.unsigned',
      'package.signature.invalid',
      'package.signature.untrusted',
      'package.signature.unknown',
    ]);
  });

  it.each(['Kaspersky Lab Fans', 'Innocent Software GmbH', 'xAO Kaspersky Lab', '', null])(
    'is not taken with a good signature of somebody else: %s',
    (organization) => {
      expect(why(signedBy(organization))).toBe('package.foreign');
    },
  );

  it('is not taken for a signer whom nobody names', () => {
    expect(why(original, { signers: [] })).toBe('package.foreign');
  });
});
