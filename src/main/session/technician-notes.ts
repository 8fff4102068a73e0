import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  technicianFieldsSchema,
  type RunRecord,
  type TechnicianFields,
} from '../../shared/domain/run/record.ts';
import { replaceFile } from '../disk/replace-file.ts';

const name = 'technician.json';

/**
 * What a technician noted about a run, kept beside its journal: it is often written after the run has ended, and
 * whoever goes on with the run after a restart was not told. Null when nothing readable is there.
 */
export function readTechnicianNotes(runPath: string): TechnicianFields | null {
  try {
    return technicianFieldsSchema.parse(JSON.parse(readFileSync(join(runPath, name), 'utf8')));
  } catch {
    return null;
  }
}

/** Replaces the notes as a whole or not at all. A folder that takes nothing is no reason to end a removal. */
export function writeTechnicianNotes(runPath: string, notes: TechnicianFields): void {
  try {
    replaceFile(join(runPath, name), `${JSON.stringify(notes)}\n`);
  } catch {
    // The reports of this start have them all the same.
  }
}

/** What was noted last, field by field: an empty one does not take away what an earlier start was told. */
export function mergeNotes(
  earlier: TechnicianFields | null,
  now: TechnicianFields | null,
): TechnicianFields | null {
  if (earlier === null || now === null) return now ?? earlier;
  return {
    ticket: now.ticket || earlier.ticket,
    technician: now.technician || earlier.technician,
    customer: now.customer || earlier.customer,
  };
}

/** The record with what a technician noted; as it is when nothing was. */
export function withTechnician(record: RunRecord, notes: TechnicianFields | null): RunRecord {
  return hasNotes(notes) ? { ...record, technician: notes } : record;
}

export function hasNotes(notes: TechnicianFields | null): notes is TechnicianFields {
  return notes !== null && Object.values(notes).some((text) => text !== '');
}
