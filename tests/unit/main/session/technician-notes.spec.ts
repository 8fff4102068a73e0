import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  mergeNotes,
  readTechnicianNotes,
  withTechnician,
  writeTechnicianNotes,
} from '../../../../src/main/session/technician-notes.ts';
import { recordOf } from '../../../support/run-samples.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const notes = { ticket: 'T-17', technician: 'Jo', customer: 'Ann "O\'Neil" <x>' };
const nothing = { ticket: '', technician: '', customer: '' };

describe('what a technician noted about a run', () => {
  it('comes back as it was written, and the last writing counts', () => {
    const folder = temporaryFolder();
    writeTechnicianNotes(folder, nothing);
    writeTechnicianNotes(folder, notes);
    expect(readTechnicianNotes(folder)).toEqual(notes);
  });

  it.each([
    ['nothing is there', null],
    ['the file is torn', '{"ticket":"T-1'],
    ['a field is missing', '{"ticket":"T-1","technician":"Jo"}'],
    ['a field is no text', '{"ticket":{},"technician":"","customer":""}'],
    ['a field is far too long', JSON.stringify({ ...notes, ticket: 'x'.repeat(201) })],
  ])('is nothing when %s', (_what, content) => {
    const folder = temporaryFolder();
    if (content !== null) writeFileSync(join(folder, 'technician.json'), content);
    expect(readTechnicianNotes(folder)).toBeNull();
  });

  it('ends nothing when the folder is gone', () => {
    const gone = join(temporaryFolder(), 'gone');
    writeTechnicianNotes(gone, notes);
    expect(readTechnicianNotes(gone)).toBeNull();
  });

  it('is put together field by field, the newer first', () => {
    expect([
      mergeNotes(notes, { ...nothing, ticket: 'T-18' }),
      mergeNotes(notes, nothing),
      mergeNotes(null, notes),
      mergeNotes(notes, null),
      mergeNotes(null, null),
    ]).toEqual([{ ...notes, ticket: 'T-18' }, notes, notes, notes, null]);
  });

  it('stands in the record only when there is something', () => {
    const record = recordOf();
    expect([nothing, null].map((each) => withTechnician(record, each))).toEqual([record, record]);
    expect(withTechnician(record, notes).technician).toEqual(notes);
  });
});
