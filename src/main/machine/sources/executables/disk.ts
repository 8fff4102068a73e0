import type { Gap } from '../../../../shared/domain/section.ts';
import type { ByteSource } from '../../formats/pe/byte-source.ts';

/** What lies in a folder. Whatever leads elsewhere is a `link`, and never followed. */
export interface DiskEntry {
  readonly name: string;
  /** `away`: a file whose content is not on this computer, and would be fetched by whoever reads it. */
  readonly kind: 'file' | 'folder' | 'link' | 'away';
  /** The system keeps its content in a way of its own (deduplicated, compressed), and gives it to who opens it plainly. */
  readonly plainly?: boolean;
}

export interface OpenFile extends ByteSource {
  /** Bytes; null where the system does not say. */
  size(): Promise<number | null>;
  close(): void;
}

/** A file, or why it is none; null where it is gone meanwhile. */
export type Opened =
  | { readonly ok: true; readonly file: OpenFile }
  | { readonly ok: false; readonly gap: Gap | null };

/** What the search needs of a system: one that lists and one that opens, neither through a link. */
export interface Disk {
  readonly separator: '\\' | '/';
  /** Hands over what lies in a folder, some at a time; a gap when some of it could not be listed. */
  list(folder: string, take: (entries: readonly DiskEntry[]) => Promise<void>): Promise<Gap | null>;
  open(path: string, entry: DiskEntry): Promise<Opened>;
}

/** Entries that are handed over at once. */
export const pieceOfFolder = 256;
