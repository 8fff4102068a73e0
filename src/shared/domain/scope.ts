/**
 * What the reader of a machine has to look at closely. Derived from the catalog, so that no adapter knows a
 * product name. Names and paths are compared without regard to case.
 */
export interface Scope {
  /** Names of the vendor's keys below `SOFTWARE`, for example `KasperskyLab`. */
  readonly registryKeys: readonly string[];
  /** Names of registry values below those keys whose data is harmless to record. */
  readonly harmlessValues: readonly string[];
  /** Names of the vendor's folders below the program and data folders, for example `Kaspersky Lab`. */
  readonly folders: readonly string[];
  /** Further exact folders, with `%VARIABLE%` in front where it varies. */
  readonly extraFolders: readonly string[];
  /** Substrings of a name, publisher or path that make an executable worth a signature check. */
  readonly hints: readonly string[];
  /** A regular expression source (flags `iu`) of the names of makers and signers whose programs are worth recording anywhere. */
  readonly makers: string;
  /** Regular expression sources (flag `i`) of service and driver names worth a signature check. */
  readonly serviceNames: readonly string[];
  /** Whole file names of programs worth a signature check while they run. */
  readonly processNames: readonly string[];
  /** Files on every volume whose mere presence tells of disk encryption, relative to the volume's root. */
  readonly encryptionTraces: readonly string[];
  /** Ends of the names of servers that nothing may redirect unseen. */
  readonly serverDomains: readonly string[];
  /** Ids of browser extensions worth recording. */
  readonly extensionIds: readonly string[];
}
