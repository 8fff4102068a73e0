import type { ScheduledTask } from '../../../../shared/domain/inventory/scheduled-tasks.ts';
import type { DriverPackage } from '../../../../shared/domain/inventory/software/driver-packages.ts';
import type { RawValue, RegistryTree } from '../../../../shared/domain/repair-actions.ts';
import type { Asked } from './defender-control.ts';
import type { Workbench } from './repair-control.ts';

/** What lies in a folder. A junction or symbolic link is a `link`, whatever it leads to. */
export interface FolderItem {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
}

/** What moving folders needs of a computer. Numbers that come back alone are Windows errors, 0 is none; null is absence. */
export interface FolderControl {
  /** Folders in which vendors make folders of their own: those of programs and data, and of every person. */
  places(): readonly string[];
  /** A link where the thing itself is one, or anything on the way to it. */
  look(path: string): Asked<FolderItem['kind'] | null>;
  list(path: string): Asked<readonly FolderItem[]>;
  /** Who signed a program; null where nobody did. */
  signerOf(path: string): string | null;
  /** Programs that run from a folder. */
  runningIn(path: string): readonly string[];
  makeFolder(path: string): number;
  /** One in which nothing lies. */
  removeFolder(path: string): number;
  /** Onto a place where nothing is, on the same volume, as it is and with everything that belongs to it. */
  move(from: string, to: string): number;
  /** Whether nobody but administrators can put anything else in its place before the next start of Windows. */
  isGuarded(path: string): boolean;
  /** Has Windows move it with its next start, when nothing uses it yet. */
  moveLater(from: string, to: string): number;
  /** Takes just this off the list of what Windows moves then; 0 also where it is not on it. */
  cancelLater(from: string, to: string): number;
}

/** What taking keys and values of the registry away needs of a computer. */
export interface KeyControl {
  /** Null where there is none; fails where it holds a link to another place. */
  tree(key: string): Asked<RegistryTree | null>;
  /** Whether a key, or one of those above it, leads to another place. */
  isLink(key: string): boolean;
  deleteTree(key: string): number;
  writeTree(key: string, tree: RegistryTree): number;
  value(key: string, name: string): Asked<RawValue | null>;
  deleteValue(key: string, name: string): number;
  /** Into a key that is made where it is missing. */
  writeValue(key: string, name: string, value: RawValue): number;
  /** A text with its variables filled in, as a 64-bit program sees them. */
  expanded(text: string): string;
  /** Whether Windows Installer has a product; null where it does not say. */
  isInstalled(productCode: string): boolean | null;
}

/** What taking services off needs of a computer, besides what mending does. */
export interface ServiceControl {
  /** Services that need another one to start; null where not all could be read. */
  dependentsOf(name: string): readonly string[] | null;
}

/** A task as it can be made again. */
export interface TaskAsItIs {
  /** In the notation of the "Task Scheduler Schema". */
  readonly xml: string;
  /** Owner, group and access list in the notation of Windows (SDDL); null where the scheduler keeps none. */
  readonly access: string | null;
}

/** What taking scheduled tasks away needs of a computer; numbers are Windows errors or HRESULTs. */
export interface TaskControl {
  /** As its file says; null where there is none. */
  at(path: string): Asked<ScheduledTask | null>;
  /** Everything that it takes to make it again. */
  read(path: string): Promise<Asked<TaskAsItIs>>;
  parse(path: string, task: TaskAsItIs): ScheduledTask;
  drop(path: string): Promise<number>;
  /** Where none of its path is. */
  put(path: string, task: TaskAsItIs): Promise<number>;
}

/** What taking logs of events away needs of a computer; numbers are Windows errors. */
export interface EventControl {
  /** Copies all that a log holds into a new file. */
  exportLog(log: string, to: string): number;
}

/** What taking rules of the firewall away needs of a computer. */
export interface RuleControl {
  /** Has the firewall delete a rule by its identifier; 0 also where it knows none, else a Windows error number or an HRESULT. */
  drop(id: string): Promise<number>;
}

/** A package as the driver store has it. */
export interface StoredPackage extends DriverPackage {
  readonly store: string;
  /** Where its files are, in full. */
  readonly folder: string;
}

/** What taking packages out of the driver store needs of a computer; numbers are Windows errors. */
export interface PackageControl {
  /** By the name that its file has in the folder of Windows, such as `oem12.inf`; null where there is none. */
  at(inf: string): Asked<StoredPackage | null>;
  /** Whether Windows has a package in a folder of that name; null where that cannot be told. */
  isStored(store: string): boolean | null;
  /** All its files, into a folder that is made for them. @throws CannotWrite */
  copy(folder: string, to: string): number;
  /** Fails while a device uses it. */
  drop(inf: string): number;
  /** From a folder, in which its file is called `inf`. */
  add(folder: string, inf: string): number;
}

/** What has to be there to clean up. */
export interface QuarantineBench extends Workbench {
  readonly folders: FolderControl;
  readonly keys: KeyControl;
  readonly services: ServiceControl;
  readonly tasks: TaskControl;
  readonly events: EventControl;
  readonly rules: RuleControl;
  readonly packages: PackageControl;
}
