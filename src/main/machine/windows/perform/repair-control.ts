import type { RawValue, RegistryTree } from '../../../../shared/domain/repair-actions.ts';
import type { Asked } from './defender-control.ts';

/** The entry of a driver as it stands now. */
export interface DriverEntry {
  /** False for a service with a program of its own. */
  readonly isDriver: boolean;
  readonly imagePath: string | null;
  /** Null where that cannot be said. */
  readonly imageExists: boolean | null;
  /** Nobody starts it any more: it was deleted while it ran, or is kept from starting. */
  readonly isDone: boolean;
  readonly running: boolean;
}

/** Which certificate, in the store of the machine or of one person. */
export interface CertificatePlace {
  readonly thumbprint: string;
  readonly userSid: string | null;
}

/** What mending needs of Windows. Numbers that come back alone are Windows errors, 0 is none; null is absence. */
export interface RepairControl {
  readValue(key: string, name: string): Asked<RawValue | null>;
  /** Into a key that is there. */
  writeValue(key: string, name: string, value: RawValue): number;
  deleteValue(key: string, name: string): number;
  driver(name: string): Asked<DriverEntry | null>;
  /** Where a driver is asked for by name: lists of filters, and components of the network; null where not all could be read. */
  placesNaming(driver: string): readonly string[] | null;
  driverTree(name: string): Asked<RegistryTree | null>;
  deleteDriver(name: string): number;
  createDriver(name: string, tree: RegistryTree): number;
  /** 0 where the settings of a person are open or can be opened for a change. */
  reachSettings(userSid: string): number;
  certificateTree(place: CertificatePlace): Asked<RegistryTree | null>;
  /** The fingerprint of the certificate that is kept so; null where there is none. */
  thumbprintOf(tree: RegistryTree): string | null;
  deleteCertificate(place: CertificatePlace): number;
  createCertificate(place: CertificatePlace, tree: RegistryTree): number;
}

/** What has to be there to mend. */
export interface Workbench {
  readonly repair: RepairControl;
  readonly describeError: (code: number) => string;
}
