import { writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { supportBundle } from '../../../../../src/main/report/bundle/support-bundle.ts';
import { inventoryOf } from '../../../../support/inventory-builder.ts';
import { guideOf, removeOn, valueOf } from '../../desktop/guide/guide-of.ts';

describe('the support bundle', () => {
  it('holds everything about a run and nothing that tells whose computer it was', async () => {
    const { guide } = await guideOf();
    valueOf(
      await guide.move('setTechnicianFields', {
        ticket: 'T-17',
        technician: 'Jo Doe',
        customer: 'Ann Poe',
      }),
    );
    await removeOn(guide, 'home');
    const bundle = supportBundle(guide.caseInHand(), guide.snapshot);
    const text = bundle.map((file) => file.text).join('\n');
    const inventory = guide.caseInHand().inventory;
    const people = inventory?.profiles.items.map(({ folder }) => folder.split('\\').at(-1) ?? '');
    expect(people?.length).toBeGreaterThan(0);
    const told = [
      ...(people ?? []),
      'MARTA-LAPTOP',
      'Jo Doe',
      'Ann Poe',
      hostname(),
      userInfo().username,
    ];
    expect({
      names: bundle.map(({ name }) => name),
      told: told.filter((word) => new RegExp(String.raw`\b${word}\b`, 'i').test(text)),
      ticket: text.includes('T-17'),
      sids: /S-1-5-21-/.test(text),
    }).toEqual({
      names: [
        'summary.txt',
        'report.txt',
        'report.json',
        'inventory.json',
        'journal.jsonl',
        'before.json',
        'after.json',
        expect.stringMatching(/^logs\/.+\.log$/),
      ],
      told: [],
      ticket: true,
      sids: false,
    });
  });

  it('leaves out a log of which no step that ended says that it was cleaned', async () => {
    const { guide } = await guideOf();
    await removeOn(guide, 'home');
    const source = guide.caseInHand();
    writeFileSync(join(source.runPath ?? '', 'logs', 'cut-off.log'), 'KLPASSWD=secret');
    const bundle = supportBundle(source, guide.snapshot);
    expect(bundle.filter(({ name }) => name.startsWith('logs/')).length).toBe(1);
    expect(bundle.map(({ text }) => text).join('')).not.toContain('KLPASSWD=secret');
  });

  it('is empty before anything was looked at', async () => {
    const { guide } = await guideOf();
    expect(supportBundle(guide.caseInHand(), guide.snapshot)).toEqual([]);
  });

  it('still has the inventory when nothing was removed', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('scan'));
    const bundle = supportBundle(guide.caseInHand(), guide.snapshot);
    expect(bundle.map(({ name }) => name)).toEqual(['summary.txt', 'inventory.json']);
  });

  it('tells no server, no policy and no serial number of whom it belongs to', async () => {
    const { guide } = await guideOf();
    const setting = { name: 'x', subject: null, userSid: null, policy: true };
    const inventory = inventoryOf({
      networkSettings: [
        { ...setting, kind: 'windowsUpdate', key: 'a', data: 'http://wsus.acme.example:8531/x' },
        { ...setting, kind: 'proxy', key: 'b', data: 'http=proxy-7:80;https=proxy-8:80' },
        { ...setting, kind: 'proxy', key: 'c', data: 'https://files.acme.example/all.pac' },
        { ...setting, kind: 'dns', key: 'd', data: '192.0.2.53,2001:db8::53' },
        { ...setting, kind: 'windowsUpdate', key: 'e', data: 'http://localhost:8530' },
      ],
      hostsEntries: [{ address: '192.0.2.80', names: ['fe2.update.microsoft.com'] }],
      assignedSoftware: [
        {
          key: 'f',
          by: 'groupPolicy',
          name: 'Kaspersky Security Center Network Agent',
          productCode: null,
          policyName: 'Acme Desktops',
          userSid: null,
        },
      ],
      deviceFilters: [
        { instanceId: 'USB\\VID_046D&PID_C52B\\A00012345678', upperFilters: ['klfltdev'] },
        { instanceId: 'HID\\VID_045E\\8&2B1C9F0&0&0000', upperFilters: ['klkbdflt'] },
      ],
      firewallRules: [{ name: 'TCP Query User{1}C:\\users\\marta\\kaspersky.exe', program: null }],
    });

    const text = supportBundle({ inventory, record: null, runPath: null }, guide.snapshot)
      .map((file) => file.text)
      .join('\n');

    const secrets = ['acme', 'proxy-7', 'proxy-8', '192.0.2', '2001:db8', 'A00012345678', 'marta'];
    const useful = ['localhost:8530', 'Network Agent', 'update.microsoft.com', '8&2B1C9F0&0&0000'];
    expect([
      secrets.filter((word) => text.toLowerCase().includes(word.toLowerCase())),
      useful.filter((word) => !text.includes(word)),
    ]).toEqual([[], []]);
  });
});
