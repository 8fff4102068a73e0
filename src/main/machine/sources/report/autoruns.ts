import type { Autostart } from '../../../../shared/domain/inventory/software/autostarts.ts';
import type { FileFact } from '../../../../shared/domain/inventory/files.ts';
import type { ScheduledTask } from '../../../../shared/domain/inventory/scheduled-tasks.ts';
import type { Service } from '../../../../shared/domain/inventory/services.ts';
import { readSection } from '../../../../shared/domain/section.ts';
import { parseCsv } from '../../formats/csv/parse-csv.ts';
import { shortened, type MachineReport } from './machine-report.ts';
import { fileOf, serviceOf, textIn, type Row } from './report-items.ts';

const tool = 'Autoruns';

/**
 * What Autoruns of Sysinternals lists, as `autorunsc -a * -c` writes it (commas) or its window saves it (tabulators).
 * What Microsoft or nobody signed may be hidden in it. Sysinternals, "Autoruns".
 *
 * @returns null for other text.
 */
export function autorunsReport(text: string): MachineReport | null {
  const header = /^.*\bEntry Location\b.*\bImage Path\b.*/m.exec(text.slice(0, 4000));
  if (header === null) return null;
  const table = text.slice(header.index);
  const rows = parseCsv(table, header[0].includes('\t') ? '\t' : ',').filter(isEntry);
  const services = rows.flatMap(serviceIn);
  const autostarts = rows.flatMap(autostartIn);
  const tasks = rows.flatMap(taskIn);
  return {
    tool,
    machine: {},
    sections: {
      ...(services.length > 0 && {
        services: readSection(services, [shortened('services', tool)]),
      }),
      ...(tasks.length > 0 && {
        scheduledTasks: readSection(tasks, [shortened('scheduledTasks', tool)]),
      }),
      ...(autostarts.length > 0 && {
        autostarts: readSection(autostarts, [shortened('autostarts', tool)]),
      }),
      files: readSection(rows.flatMap(fileIn), [shortened('files', tool)]),
    },
  };
}

/** Lines that name a place only stand for what is empty. */
function isEntry(row: Row): boolean {
  return textIn(row, 'Entry') !== null;
}

const missing = /^File not found: /i;

function placeIn(row: Row): string | null {
  return textIn(row, 'Image Path')?.replace(missing, '') ?? null;
}

const kinds: Readonly<Record<string, Service['kind']>> = {
  services: 'service',
  drivers: 'kernelDriver',
};

function serviceIn(row: Row): Service[] {
  const name = textIn(row, 'Entry');
  const kind = kinds[textIn(row, 'Category')?.toLowerCase() ?? ''];
  if (name === null || kind === undefined) return [];
  const path = textIn(row, 'Image Path');
  return [
    serviceOf({
      name,
      kind,
      displayName: textIn(row, 'Description'),
      state: 'unknown',
      start: textIn(row, 'Enabled') === 'disabled' ? 'disabled' : 'unknown',
      imagePath: placeIn(row),
      imageExists: path === null ? null : !missing.test(path),
    }),
  ];
}

const hives: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
};

function autostartIn(row: Row): Autostart[] {
  const [, hive = '', place = ''] =
    /^(HKLM|HKCU)\\(.*\\Run(?:Once)?)$/i.exec(textIn(row, 'Entry Location') ?? '') ?? [];
  const name = textIn(row, 'Entry');
  const command = textIn(row, 'Launch String') ?? placeIn(row);
  if (place === '' || name === null || command === null) return [];
  return [{ key: `${hives[hive.toUpperCase()]}\\${place}`, name, command, userSid: null }];
}

function taskIn(row: Row): ScheduledTask[] {
  const path = textIn(row, 'Entry');
  const execute = placeIn(row);
  const isTask =
    textIn(row, 'Category') === 'Tasks' || textIn(row, 'Entry Location') === 'Task Scheduler';
  return isTask && path !== null && execute !== null
    ? [{ path, author: null, actions: [{ execute, arguments: null }] }]
    : [];
}

function fileIn(row: Row): FileFact[] {
  const path = placeIn(row);
  if (path === null) return [];
  const exists = !missing.test(textIn(row, 'Image Path') ?? '');
  const signer = textIn(row, 'Signer');
  const verified = /^\(Verified\) (.+)$/.exec(signer ?? '')?.[1];
  return [
    fileOf({
      path,
      exists,
      company: textIn(row, 'Company'),
      ...(signer !== null && { signer: verified ?? null }),
    }),
  ];
}
