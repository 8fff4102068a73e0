import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inventorySchema } from '../../../../src/shared/domain/inventory-schema.ts';
import { message, quoted } from '../../../../src/shared/domain/message.ts';
import { sectionNames } from '../../../../src/shared/domain/sections.ts';

const fixtures = new URL('../../../support/fixtures/inventories/', import.meta.url);

function written(name: string): string {
  return readFileSync(new URL(name, fixtures), 'utf8');
}

/**
 * What was wrong with a part was a text in version 0.1.0; it is quoted as it stood. All certificates were those of the
 * machine at first, and nobody looked whether a service is marked for deletion.
 */
function asToday(document: object): object {
  const text = JSON.stringify(document, (_key, value: unknown) => {
    if (isGap(value)) return { ...value, detail: quoted(value.detail) };
    if (isService(value)) return { markedForDeletion: null, ...value };
    return isCertificate(value) ? { userSid: null, firefoxProfile: null, ...value } : value;
  });
  return { ...(JSON.parse(text) as object), format: 'cutover-inventory/2' };
}

function isGap(value: unknown): value is { readonly detail: string } {
  return typeof value === 'object' && value !== null && 'needsAdministrator' in value;
}

function isCertificate(value: unknown): value is { readonly thumbprint: string } {
  return typeof value === 'object' && value !== null && 'thumbprint' in value;
}

function isService(value: unknown): value is { readonly imageExists: unknown } {
  return typeof value === 'object' && value !== null && 'imageExists' in value;
}

/** What an inventory says of a section that came to the format after it was written. */
function notKnown(subject: string): object {
  const detail = message('gap.olderVersion');
  const gap = { subject, reason: 'notCollected', detail, needsAdministrator: false };
  return { state: 'unreadable', items: [], gaps: [gap] };
}

describe('inventorySchema', () => {
  it.each([
    ['0159d77', 'twenty-sections.json', 20],
    ['00d3607', 'seventeen-sections.json', 17],
  ])(
    'reads what commit %s wrote, value for value; what came later to the format is not known, never absent',
    (_commit, file, count) => {
      const document = JSON.parse(written(file)) as object;
      const later = sectionNames.filter((name) => !(name in document));

      expect(later).toHaveLength(sectionNames.length - count);
      expect(inventorySchema.parse(document)).toEqual({
        ...asToday(document),
        ...Object.fromEntries(later.map((name) => [name, notKnown(name)])),
      });
    },
  );

  it('refuses a document of another format', () => {
    const document: unknown = JSON.parse(written('twenty-sections.json'));

    const other = { ...(document as object), format: 'cutover-inventory/3' };

    expect(inventorySchema.safeParse(other).success).toBe(false);
  });

  it('keeps every section of the format, in the order of the list', () => {
    const { format, collectedAt, collectedBy, source, machine, ...rest } = inventorySchema.shape;

    expect(Object.keys(rest)).toEqual(sectionNames);
    expect([format, collectedAt, collectedBy, source, machine]).not.toContain(undefined);
  });
});
