import type { Pattern } from './row.ts';

/** Whole publisher, company and signer names that are Kaspersky's. */
export const vendorNames: readonly Pattern[] = [
  {
    match: '^(?:AO |JSC )?Kaspersky(?: Lab)?$',
    confidence: 'M',
    sources: ['secWinBatchMode', 'tenable'],
  },
  {
    // Russian packages write the quotation marks into the value, with and without the form of the company.
    match:
      '^(?:(?:[АA][ОO]|ЗАО) )?(?:Лаборатория Касперского|["«“„]Лаборатория Касперского["»”“])$',
    confidence: 'H',
    sources: ['adminConsoleDump', 'fieldNotes'],
  },
  {
    // Chinese packages translate the name of the company.
    match: '^卡巴斯基$',
    confidence: 'M',
    sources: ['translatedPackages'],
  },
  {
    match:
      '^(?:Kaspersky Lab,? (?:ZAO|JSC|AO|Inc\\.?|UK(?: Ltd\\.?)?)|Kaspersky Labs Limited|OOO Kaspersky Group)$',
    confidence: 'L',
    sources: ['federalRegister', 'fieldNotes'],
  },
];

/** A name that mentions the vendor without being one of its own: neither proof nor disproof. */
export const vendorMention = 'kaspersky|касперс|卡巴斯基|カスペルスキー|카스퍼스키';
