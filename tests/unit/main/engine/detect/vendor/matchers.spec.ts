import { describe, expect, it } from 'vitest';
import { lookAlikes } from '../../../../../../src/main/catalog/look-alikes.ts';
import { isLookAlike, isTitle } from '../../../../../../src/main/engine/detect/vendor/matchers.ts';

describe('what only looks like the vendor’s', () => {
  it.each([
    ['KslD', null],
    ['MpKsl0a1b', 'C:\\ProgramData\\Microsoft\\Windows Defender\\MpKsl0a1b.sys'],
    ['kbldfltr', null],
    ['kavstart.exe', 'C:\\x\\kavstart.exe'],
    ['avp.exe', 'C:\\Program Files\\Kingsoft\\avp.exe'],
    ['avp.exe', 'C:\\Program Files\\kingsoft antivirus\\avp.exe'],
    ['klif', 'C:\\WardWiz\\klif.sys'],
    ['kes.exe', 'D:\\minio\\kes.exe'],
  ])('%s in %s', (name, path) => {
    expect(isLookAlike(name, path)).toBe(true);
  });

  it.each([
    ['avp.exe', null],
    ['avp.exe', 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.25\\avp.exe'],
    ['kavstart.exe', 'C:\\Program Files (x86)\\Kaspersky Lab\\x\\kavstart.exe'],
    ['klif', 'C:\\Windows\\System32\\drivers\\klif.sys'],
    ['avp.exe', 'C:\\kingsofter\\avp.exe'],
    ['xkavstart.exe', 'C:\\x\\xkavstart.exe'],
  ])('and not %s in %s', (name, path) => {
    expect(isLookAlike(name, path)).toBe(false);
  });

  it('is told by a name or a path in every row', () => {
    expect(lookAlikes.filter(({ name, path }) => name === null && path === null)).toEqual([]);
  });
});

describe('the title of a product', () => {
  it.each([
    'Kaspersky Endpoint Security für Windows',
    'Kaspersky Endpoint Security f\uFFFDr Windows',
    'Kaspersky Endpoint Security f?r Windows',
    'Kaspersky Security 9.0 for SharePoint Server',
  ])('has no word of others in it, whatever letter its recorder lost: %s', (name) => {
    expect(isTitle(name)).toBe(true);
  });

  it.each([
    'Kaspersky Endpoint Security f\uFFFDkes Windows',
    'Kaspersky r?set tool',
    'Kaspersky ???',
    'Remover f\uFFFDr Kaspersky',
    'Kaspersky f.r Windows',
  ])('is no title with one: %s', (name) => {
    expect(isTitle(name)).toBe(false);
  });
});
