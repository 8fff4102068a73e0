import { basename } from 'node:path';
import type { FileFilter } from 'electron';
import type { BundleFile, GuideSnapshot } from '../../shared/contract/guide.ts';
import type { Reply } from '../../shared/contract/contract.ts';
import { closestRealLanguage } from '../../shared/domain/languages.ts';
import { loadTranslator } from '../../shared/words/load-translator.ts';
import type { Translator } from '../../shared/words/translator.ts';
import { moveNames, type MoveName } from '../../shared/contract/move-inputs.ts';
import { htmlReport } from '../report/html/html-report.ts';
import { jsonReport } from '../report/json-report.ts';
import { phoneSummary } from '../report/phone-summary.ts';
import { readInventoryFile } from '../machine/sources/file/read-inventory-file.ts';
import { scope } from '../catalog/scope.ts';
import { cutoverVersion } from '../session/cutover-version.ts';
import { supportBundle } from '../report/bundle/support-bundle.ts';
import type { Handlers } from './ipc-server.ts';
import type { Guide } from './guide/guide.ts';
import { guideWords } from './guide/guide-words.ts';
import { links } from './links.ts';
import type { PersonFiles } from './person-files.ts';

export interface HandlerOptions {
  readonly guide: Guide;
  readonly files: PersonFiles;
  readonly copy: (text: string) => Promise<void>;
  readonly print: (html: string) => Promise<Reply<null>>;
  readonly open: (address: string) => Promise<Reply<null>>;
  /** Starts the window once more, as administrator. */
  readonly elevate: () => Promise<Reply<null>>;
}

/** The engine's side of the contract: the guide's moves, and what a person takes away with them. */
export function handlersFor(options: HandlerOptions): Handlers {
  const { guide } = options;
  return {
    snapshot: async () => await done(guide.snapshot),
    ...moving(guide),
    ...reporting(options),
    ...exchanging(options),
    elevate: options.elevate,
  };
}

/** Every move of the contract, as the guide makes it. */
function moving(guide: Guide): Pick<Handlers, MoveName> {
  // Name and input belong together by the contract; the compiler cannot follow that through a list.
  const move = guide.move.bind(guide) as (
    name: MoveName,
    input: unknown,
  ) => Promise<Reply<GuideSnapshot>>;
  const handlers = moveNames.map((name) => [
    name,
    async (input: unknown) => await move(name, input),
  ]);
  return Object.fromEntries(handlers) as Pick<Handlers, MoveName>;
}

type Reporting = Pick<
  Handlers,
  'saveReport' | 'printReport' | 'summaryText' | 'copySummary' | 'openLink'
>;

function reporting({ guide, files, copy, print, open }: HandlerOptions): Reporting {
  return {
    saveReport: async (format) => {
      const { record } = guide.caseInHand();
      if (record === null) return noReport;
      const content =
        format === 'html'
          ? htmlReport(record, await guideWords(guide.snapshot))
          : jsonReport(record);
      const name = `cutover-report-${record.runId}.${format}`;
      return await files.save({ name, filters: reportFilters[format], content });
    },
    printReport: async () => {
      const { record } = guide.caseInHand();
      return record === null
        ? noReport
        : await print(htmlReport(record, await guideWords(guide.snapshot)));
    },
    summaryText: async () => await done(phoneSummary(guide.snapshot, await spokenWordsOf(guide))),
    copySummary: async () => {
      await copy(phoneSummary(guide.snapshot, await spokenWordsOf(guide)));
      return await done(null);
    },
    openLink: async (link) => await open(links[link]),
  };
}

/** For what a person says to another one. */
async function spokenWordsOf({ snapshot }: Guide): Promise<Translator> {
  return await loadTranslator(closestRealLanguage(snapshot.language));
}

type Exchanging = Pick<
  Handlers,
  'exportInventory' | 'importInventory' | 'previewBundle' | 'saveBundle'
>;

function exchanging({ guide, files }: HandlerOptions): Exchanging {
  // What was shown is what is saved, also when something has changed in between.
  let shown: readonly BundleFile[] | null = null;
  return {
    exportInventory: async () => {
      const { inventory } = guide.caseInHand();
      if (inventory === null) return nothingSeen;
      const content = `${JSON.stringify(inventory, null, 2)}\n`;
      return await files.save({ name: 'cutover-inventory.json', filters: jsonFilter, content });
    },
    importInventory: async () => {
      const path = await files.choose(inventoryFilters);
      if (path === null) return await done(guide.snapshot);
      const inventory = await readInventoryFile({
        path,
        scope,
        collectedBy: `cutover ${cutoverVersion}`,
      });
      return inventory.ok
        ? await guide.move('importInventory', { inventory: inventory.value, file: basename(path) })
        : { ok: false, problem: { ...inventory.problem, file: basename(path) } };
    },
    previewBundle: async () => {
      const bundle = supportBundle(guide.caseInHand(), guide.snapshot);
      if (bundle.length === 0) return nothingSeen;
      shown = bundle;
      return await done(bundle);
    },
    saveBundle: async () => {
      if (shown === null) return { ok: false, problem: { id: 'bundleNotShown' } };
      const { zip } = await import('../report/bundle/zip.ts');
      const name = 'cutover-support-bundle.zip';
      return await files.save({ name, filters: zipFilter, content: zip(shown) });
    },
  };
}

const jsonFilter: FileFilter[] = [{ name: 'JSON', extensions: ['json'] }];
const zipFilter: FileFilter[] = [{ name: 'ZIP', extensions: ['zip'] }];
const inventoryFilters: FileFilter[] = [{ name: 'JSON, REG', extensions: ['json', 'reg'] }];
const reportFilters = { html: [{ name: 'HTML', extensions: ['html'] }], json: jsonFilter };

const noReport = { ok: false, problem: { id: 'noReport' } } as const;
const nothingSeen = { ok: false, problem: { id: 'lookFirst' } } as const;

async function done<T>(value: T): Promise<Reply<T>> {
  return await Promise.resolve({ ok: true, value });
}
