import type { Pattern } from './row.ts';

/** An app of the Store kind by the whole of its name, without version and publisher's hash. */
export interface AppPackageRow extends Pattern {
  readonly product: string;
}

export const appPackages: readonly AppPackageRow[] = [
  {
    // The Store gives the part before the point to one publisher.
    match: '^KasperskyLab\\.[A-Za-z0-9]+$',
    product: 'kaspersky-other',
    confidence: 'M',
    sources: ['storeAppLists'],
  },
  {
    // The entry in the menu of Explorer that home products bring since 21.16.
    match: '^Kaspersky\\.ShellEx[0-9]*$',
    product: 'kaspersky-for-windows',
    confidence: 'M',
    sources: ['storeAppLists'],
  },
];
