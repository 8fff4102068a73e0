import { message, type Message } from '../../../../shared/domain/message.ts';
import type { Gap } from '../../../../shared/domain/section.ts';
import { decodeRegText } from './decode-reg-text.ts';
import { nativeRegistryPath } from './native-registry-path.ts';
import type { Registry } from '../../registry/registry.ts';
import { scanRegText, type RegRecord } from './scan-reg-text.ts';
import { TreeRegistry, type TreeKey } from '../../registry/tree-registry.ts';

export type RegFileOutcome =
  | {
      readonly ok: true;
      readonly registry: Registry;
      /** What could not be read. The subject is the key it stood in, else `registry export`. */
      readonly problems: readonly Gap[];
      /** The topmost keys of the export; outside of them nothing is known. */
      readonly roots: readonly string[];
      /** Things to know that take nothing away from what was read. */
      readonly notes: readonly Message[];
    }
  | {
      readonly ok: false;
      readonly code: 'notARegistryExport' | 'truncated' | 'empty';
      readonly message: Message;
    };

export interface RegFileOptions {
  /** Code page of a `REGEDIT4` file as a WHATWG encoding label; `windows-1252` unless told. */
  readonly codePage?: string;
}

/**
 * Reads an export of Registry Editor or `reg export`: "Windows Registry Editor Version 5.00" in UTF-16 or
 * UTF-8, and `REGEDIT4`. `HKEY_CURRENT_USER` is mounted at `HKU\current`. A key that is missing below an
 * exported key does not exist; outside of them nothing is known. Exports list every key before its subkeys and
 * end with an empty line, so a file that was cut off is noticed unless the cut falls exactly between two keys;
 * then only the keys that were open at that place may have more subkeys. Windows itself leaves out keys that
 * the person exporting was not allowed to read, which nothing in the file tells.
 * Format: Microsoft, "How to add, modify, or delete registry subkeys and values by using a .reg file".
 */
export function parseRegFile(bytes: Uint8Array, options: RegFileOptions = {}): RegFileOutcome {
  const decoded = decodeRegText(bytes, options.codePage ?? 'windows-1252');
  if (!decoded.ok) return decoded;
  const { text, cut, notes, decodeAnsi } = decoded.value;
  const builder = new ExportBuilder(text);
  for (const record of scanRegText(text, decodeAnsi)) builder.take(record);
  if (cut || !endsWithEmptyLine(text)) builder.markCut();
  const roots = builder.registry.roots;
  if (roots.length === 0) return builder.nothingFound();
  return { ok: true, registry: builder.registry, problems: builder.problems, roots, notes };
}

/** The most problems that are told one by one. */
const problemLimit = 50;

class ExportBuilder {
  readonly registry = new TreeRegistry();
  readonly problems: Gap[] = [];
  readonly #text: string;
  #openKey: TreeKey | null = null;
  #lastKey: string | null = null;
  #unlisted = 0;
  #cut = false;

  constructor(text: string) {
    this.#text = text;
  }

  take(record: RegRecord): void {
    switch (record.kind) {
      case 'key':
        return this.#startKey(record.path, record.at);
      case 'value':
        if (this.#openKey !== null) this.registry.addValue(this.#openKey, record.value);
        return;
      case 'problem':
        return this.#addProblem(record.detail, record.at);
      case 'skippedKey':
        this.#openKey = null;
        return this.#addProblem(record.detail, record.at);
      case 'cut':
        return this.markCut();
    }
  }

  /** Marks every key that was open where the file ends: each may have had more subkeys. */
  markCut(): void {
    if (this.#cut) return;
    this.#cut = true;
    const gap = truncation(this.#lastKey);
    this.problems.push(gap);
    this.registry.markOpen(this.#lastKey ?? '', gap);
  }

  nothingFound(): RegFileOutcome {
    return this.#cut && this.#unlisted === 0 && this.problems.length === 1
      ? {
          ok: false,
          code: 'truncated',
          message: message('export.firstKeyCut'),
        }
      : {
          ok: false,
          code: 'empty',
          message: message('export.noKey'),
        };
  }

  #startKey(path: string, at: number): void {
    const native = nativeRegistryPath(path);
    if (native === null) {
      this.#openKey = null;
      return this.#addProblem(message('gap.reg.unknownRoot', { key: path }), at);
    }
    this.#lastKey = native;
    this.#openKey = this.registry.addKey(native);
  }

  #addProblem(problem: Message, at: number): void {
    if (this.problems.length < problemLimit) {
      const line = countLines(this.#text, at);
      this.problems.push(corruption(this.#lastKey, message('gap.reg.atLine', { line, problem })));
      return;
    }
    this.#unlisted += 1;
    this.problems[problemLimit] = corruption(
      null,
      message('gap.reg.moreProblems', { count: this.#unlisted }),
    );
  }
}

const wholeFile = 'registry export';

function corruption(key: string | null, detail: Message): Gap {
  return { subject: key ?? wholeFile, reason: 'corrupt', detail, needsAdministrator: false };
}

function truncation(lastKey: string | null): Gap {
  return {
    subject: lastKey ?? wholeFile,
    reason: 'truncated',
    detail: message('gap.reg.cutOff'),
    needsAdministrator: false,
  };
}

function endsWithEmptyLine(text: string): boolean {
  return text.slice(text.trimEnd().length).split('\n').length > 2;
}

function countLines(text: string, at: number): number {
  let lines = 1;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
    lines += 1;
  }
  return lines;
}
