/**
 * What a person may have given into the keeping of a product. It is never moved and never deleted, and it is no matter
 * how sure a name is: one too many here leaves a folder behind, one too few takes somebody's passwords away.
 */
const folders: ReadonlySet<string> = new Set([
  // Quarantine and backup of detected files. Sources: field scripts, vendor article 15675 (KVRT).
  'qb',
  'quarantine',
  'backup',
  'backups',
  // Password Manager keeps its vault there. Source: field scripts.
  'kaspersky password manager',
  // Not confirmed by a public source: containers of Data Encryption, and copies of an Administration Server.
  'vault',
  'vaults',
  'data vault',
  'data vaults',
  'sc_backup',
  // Data of an Administration Server, its certificates among them. Source: field scripts.
  '1093',
]);
/** Vaults, quarantined files, containers; the last two are not confirmed by a public source. */
const files = /\.(?:edb|klq|kbk|kvlt)$/i;

/** Whether a file or folder is, by its own name, a person's. */
export function isUserData(name: string): boolean {
  return folders.has(name.toLowerCase()) || files.test(name);
}

/** The same of anything below a folder of the vendor: one of the names on the way says so. */
export function isWithinUserData(path: string): boolean {
  const below = /\\Kaspersky ?Lab\\(.*)$/i.exec(path)?.[1] ?? '';
  return below.split('\\').some(isUserData);
}
