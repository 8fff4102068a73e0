import type { Executable } from '../../../../shared/domain/inventory/executables.ts';
import type { Signature } from '../../../../shared/domain/inventory/files.ts';
import type { Inventory } from '../../../../shared/domain/inventory.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { type Gap, readSection } from '../../../../shared/domain/section.ts';
import { tooManyEntries } from '../../../../shared/domain/too-many-entries.ts';
import { FileWindow } from '../../formats/pe/file-window.ts';
import { type ProgramFacts, readProgram } from '../../formats/pe/read-program.ts';
import { isCandidate } from './candidates.ts';
import type { Disk, DiskEntry } from './disk.ts';
import { Pool } from './pool.ts';

export interface ExecutableSearch {
  /** Folders, or roots of disks, as the system writes them. */
  readonly places: readonly string[];
  readonly disk: Disk;
  /** Source of a regular expression (flags `iu`) that the name of a maker or a signer of interest fits. */
  readonly makers: string;
  /** What the system says of the signature of a file of interest; null where it is not asked. */
  readonly verdict: (path: string, size: number | null, gaps: Gap[]) => Promise<Signature | null>;
  readonly signal?: AbortSignal | undefined;
  /** Told now and then how many files were seen. */
  readonly onCount?: ((files: number) => void) | undefined;
}

/** Files read at the same time: Node has four background threads, and others need one. */
const atOnce = 3;

/** Folders that wait to be looked into; nobody has as many beside each other, and a hostile one costs no memory. */
const mostWaiting = 100_000;

/** More programs of one vendor than any computer has. */
const mostItems = 10_000;

/** Gaps that are told one by one. */
const mostGaps = 20;

/** Milliseconds between two tellings of the count. */
const tellEvery = 200;

/**
 * Every program below these places whose version resource or signature names a maker of interest. Folders and files that
 * cannot be read are gaps; no link is followed; what is kept in memory does not grow with the number of files.
 *
 * @throws the reason of the signal when that is aborted; nothing else.
 */
export async function searchExecutables(
  search: ExecutableSearch,
): Promise<Inventory['executables']> {
  return await new Search(search).run();
}

class Search {
  readonly #search: ExecutableSearch;
  readonly #makers: RegExp;
  readonly #pool = new Pool(atOnce);
  /** Memory that is not in use at the moment; as many as files are read side by side. */
  readonly #windows: FileWindow[] = [];
  readonly #waiting: string[] = [];
  readonly #items: Executable[] = [];
  readonly #gaps: Gap[] = [];
  #moreGaps = 0;
  #away = 0;
  #files = 0;
  #toldAt = performance.now();

  constructor(search: ExecutableSearch) {
    this.#search = search;
    this.#makers = new RegExp(search.makers, 'iu');
  }

  async run(): Promise<Inventory['executables']> {
    const { places, disk, signal } = this.#search;
    this.#waiting.push(...places.toReversed());
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      const folder = next;
      signal?.throwIfAborted();
      const gap = await disk.list(folder, (entries) => this.#take(folder, entries));
      if (gap !== null) this.#miss(gap);
    }
    await this.#pool.idle();
    signal?.throwIfAborted();
    return readSection(this.#items.sort(byPath).slice(0, mostItems), this.#allGaps());
  }

  async #take(folder: string, entries: readonly DiskEntry[]): Promise<void> {
    const { signal, onCount, disk } = this.#search;
    const below = folder.endsWith(disk.separator) ? folder : folder + disk.separator;
    for (const entry of entries) {
      if (entry.kind === 'folder') this.#enqueue(below + entry.name, folder);
      else if (this.#isToOpen(entry))
        await this.#pool.start(() => this.#look(below + entry.name, entry));
    }
    signal?.throwIfAborted();
    if (performance.now() - this.#toldAt < tellEvery) return;
    this.#toldAt = performance.now();
    onCount?.(this.#files);
  }

  #enqueue(path: string, within: string): void {
    if (this.#waiting.length < mostWaiting) this.#waiting.push(path);
    else this.#miss(tooManyEntries(within, mostWaiting));
  }

  /** Counts what it sees. */
  #isToOpen({ name, kind }: DiskEntry): boolean {
    if (kind === 'link') return false;
    this.#files += 1;
    if (!isCandidate(name)) return false;
    if (kind === 'away') this.#away += 1;
    return kind === 'file';
  }

  async #look(path: string, entry: DiskEntry): Promise<void> {
    if (this.#search.signal?.aborted === true || this.#items.length > mostItems) return;
    const opened = await this.#search.disk.open(path, entry);
    if (!opened.ok) {
      if (opened.gap !== null) this.#miss(opened.gap);
      return;
    }
    const { file } = opened;
    const window = this.#windows.pop() ?? new FileWindow();
    try {
      const read = await readProgram(file, window);
      if (read.kind === 'unreadable') this.#miss(unreadable(path));
      if (read.kind === 'program' && this.#isOfInterest(read.facts))
        await this.#keep(path, await file.size(), read.facts);
    } finally {
      this.#windows.push(window);
      file.close();
    }
  }

  #isOfInterest({ languages, signer }: ProgramFacts): boolean {
    const names = [...languages.map(({ companyName }) => companyName), signer?.organization];
    return [...names, signer?.subject].some((name) => this.#names(name));
  }

  #names(name: string | null | undefined): boolean {
    return typeof name === 'string' && this.#makers.test(name);
  }

  async #keep(path: string, size: number | null, facts: ProgramFacts): Promise<void> {
    const { languages, fileVersion, signer } = facts;
    const said = languages.find(({ companyName }) => this.#names(companyName)) ?? languages[0];
    const { companyName = null, productName = null, originalName = null } = said ?? {};
    const gaps: Gap[] = [];
    const signature = await this.#search.verdict(path, size, gaps);
    for (const gap of gaps) this.#miss(gap);
    this.#items.push({
      path,
      size,
      companyName,
      productName,
      fileVersion,
      signature,
      originalName,
      signer,
    });
  }

  #miss(gap: Gap): void {
    if (this.#gaps.length < mostGaps) this.#gaps.push(gap);
    else this.#moreGaps += 1;
  }

  #allGaps(): Gap[] {
    const [more, away] = [this.#moreGaps, this.#away];
    const tooMany = this.#items.length > mostItems;
    return [
      ...this.#gaps.sort((a, b) => (a.subject < b.subject ? -1 : 1)),
      ...(tooMany ? [tooManyEntries('executables', mostItems)] : []),
      ...(more > 0 ? [general('failed', message('gap.moreNotRead', { count: more }))] : []),
      ...(away > 0 ? [general('notCollected', message('gap.contentAway', { count: away }))] : []),
    ];
  }
}

function general(reason: Gap['reason'], detail: Message): Gap {
  return { subject: 'executables', reason, detail, needsAdministrator: false };
}

function unreadable(path: string): Gap {
  const detail = message('gap.fileNotReadable');
  return { subject: path, reason: 'failed', detail, needsAdministrator: false };
}

function byPath(a: Executable, b: Executable): number {
  return a.path < b.path ? -1 : 1;
}
