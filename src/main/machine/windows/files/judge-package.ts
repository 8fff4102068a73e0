import type { Signature } from '../../../../shared/domain/inventory/files.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { normaliseProductCode } from '../../../../shared/windows/product-code.ts';
import type { PackageFacts } from './package-facts.ts';

/** What is known of a package that somebody handed in, looked at in a copy that nobody else can change. */
export interface SeenPackage {
  /** Null where it is no package for Windows Installer. */
  readonly facts: PackageFacts | null;
  readonly signature: Pick<Signature, 'status' | 'organization'>;
}

/** The product that it has to be the package of, as Windows Installer registered it. */
export interface Wanted {
  readonly productCode: string;
  /** Null where it is not registered. */
  readonly packageCode: string | null;
  readonly signers: readonly string[];
}

/**
 * Why a package must not take the place of the one that Windows Installer lost; null when it is that one. Stricter than an
 * uninstaller that is there already: without a valid signature of the vendor nothing from outside comes in.
 */
export function whyNotThePackage(
  { facts, signature }: SeenPackage,
  { productCode, packageCode, signers }: Wanted,
): Message | null {
  if (facts === null) return message('package.noPackage');
  const code = normaliseProductCode(facts.productCode ?? '');
  if (code !== normaliseProductCode(productCode)) return message('package.otherProduct');
  if (packageCode === null || !isSame(facts.packageCode, packageCode))
    return message('package.otherVersion');
  if (signature.status !== 'valid') return message(`package.signature.${signature.status}`);
  const signer = signature.organization?.trim() ?? '';
  const isVendors = signers.some((pattern) => new RegExp(pattern, 'i').test(signer));
  return isVendors ? null : message('package.foreign', { signer: signer === '' ? '?' : signer });
}

function isSame(one: string | null, other: string): boolean {
  return one?.toUpperCase() === other.toUpperCase();
}
