import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inventorySchema } from '../../../../src/shared/domain/inventory.ts';
import { message, quoted } from '../../../../src/shared/domain/message.ts';
import { sectionNames } from '../../../../src/shared/domain/sections.ts';

const fixtures = new URL('../../../support/fixtures/inventories/', import.meta.url);

function written(name: string): string {
  return readFileSync(new URL(name, fixtures), 'utf8');
}

/** What was wrong with a part was a text in version 0.1.0; it is quoted as it stood. */
function asToday(document: object): object {
  const text = JSON.stringify(document, (_key, value: unknown) =>
    isGap(value) ? { ...value, detail: quoted(value.detail) } : value,
  );
  return { ...(JSON.parse(text) as object), format: 'cutover-inventory/2' };
}

function isGap(value: unknown): value is { readonly detail: string } {
  return typeof value === 'object' && value !== null && 'needsAdministrator' in value;
}

describe('inventorySchema', () => {
  it('reads what commit 0159d77 wrote, value for value', () => {
    const document = JSON.parse(written('twenty-sections.json')) as object;

    expect(inventorySchema.parse(document)).toEqual(asToday(document));
  });

  it('reads what commit 00d3607 wrote; what came later to the format is not known, never absent', () => {
    const document = JSON.parse(written('seventeen-sections.json')) as object;

    const { wmiSecurityProducts, defenderStatus, amsiProviders, ...known } =
      inventorySchema.parse(document);

    const notKnown = (subject: string) => ({
      state: 'unreadable',
      items: [],
      gaps: [
        {
          subject,
          reason: 'notCollected',
          detail: message('gap.olderVersion'),
          needsAdministrator: false,
        },
      ],
    });
    expect(known).toMatchObject(asToday(document));
    expect([wmiSecurityProducts, defenderStatus, amsiProviders]).toEqual([
      notKnown('wmiSecurityProducts'),
      notKnown('defenderStatus'),
      notKnown('amsiProviders'),
    ]);
  });

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
