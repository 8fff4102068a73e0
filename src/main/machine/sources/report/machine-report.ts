import {
  inventoryFormat,
  type Inventory,
  type MachineFacts,
} from '../../../../shared/domain/inventory.ts';
import { message } from '../../../../shared/domain/message.ts';
import { unreadableSection, type Gap } from '../../../../shared/domain/section.ts';
import { bySection, type SectionName } from '../../../../shared/domain/sections.ts';
import type { Sections } from '../read-sections.ts';

/** What another program reported about one machine. Sections that are not there were not reported. */
export interface MachineReport {
  /** The program, as its maker writes it. */
  readonly tool: string;
  readonly machine: Partial<MachineFacts>;
  readonly sections: Partial<Sections>;
}

export interface ReportOrigin {
  /** Name of the file, without its folder. */
  readonly file: string;
  /** ISO 8601. */
  readonly collectedAt: string;
  /** Name and version of this program. */
  readonly collectedBy: string;
}

/** The inventory that a report comes to. What it does not tell of is not known, and never absent. */
export function inventoryOfReport(
  { tool, machine, sections }: MachineReport,
  { file, collectedAt, collectedBy }: ReportOrigin,
): Inventory {
  return {
    format: inventoryFormat,
    collectedAt,
    collectedBy,
    source: { kind: 'report', detail: `${tool}: ${file}` },
    machine: { ...nothingKnown, ...machine },
    ...bySection<Sections>((name) => sections[name] ?? unreadableSection(notReported(name, tool))),
  };
}

function notReported(subject: SectionName, tool: string): Gap {
  const detail = message('gap.notReported', { tool });
  return { subject, reason: 'notCollected', detail, needsAdministrator: false };
}

/** For lists from which a tool leaves out what it thinks of no interest. */
export function shortened(subject: SectionName, tool: string): Gap {
  const detail = message('gap.reportShortened', { tool });
  return { subject, reason: 'notCollected', detail, needsAdministrator: false };
}

const nothingKnown: MachineFacts = {
  computerName: null,
  platform: 'windows',
  osName: null,
  osVersion: null,
  osBuild: null,
  edition: 'unknown',
  architecture: 'unknown',
  safeMode: 'unknown',
  elevated: null,
  language: null,
};
