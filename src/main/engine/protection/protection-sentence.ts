import type { Protection, ProtectionVerdict } from '../../../shared/domain/protection.ts';

/** What protects a computer and what to do about it, in one sentence. */
export function protectionSentence({ verdict, products }: Protection): string {
  const names = new Intl.ListFormat('en', { type: 'conjunction' }).format(new Set(products));
  return sentences[verdict](names === '' ? 'An antivirus' : names);
}

const sentences: Record<ProtectionVerdict, (products: string) => string> = {
  protected: (products) => `${products} protects this computer.`,
  signaturesOld: (products) =>
    `${products} protects this computer, but its signatures are old: update it now.`,
  notProtecting: (products) => `${products} is installed but not protecting: turn it on at once.`,
  onlyKaspersky: () =>
    'No antivirus other than Kaspersky is known to protect this computer: turn on Microsoft Defender or install another one.',
  unprotected: () =>
    'No antivirus protects this computer now: turn on Microsoft Defender or install another one at once.',
  cannotTell: () =>
    'It could not be proven that another antivirus protects this computer: look at "Virus & threat protection" in Windows Security.',
};
