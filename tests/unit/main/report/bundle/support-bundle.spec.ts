import { readdirSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import type { Inventory } from '../../../../../src/shared/domain/inventory.ts';
import { inventorySchema } from '../../../../../src/shared/domain/inventory-schema.ts';
import { ownAccount } from '../../../../../src/main/report/bundle/known-names.ts';
import { supportBundle } from '../../../../../src/main/report/bundle/support-bundle.ts';
import { inventoryOf } from '../../../../support/inventory-builder.ts';
import { guideOf, removeOn, valueOf } from '../../desktop/guide/guide-of.ts';

describe('the support bundle', () => {
  it('is made for an account without a name too, as containers have them', () => {
    const nameless = () => {
      throw new Error('uv_os_get_passwd returned ENOENT');
    };
    expect([ownAccount(nameless), ownAccount(() => ({ username: 'marta' }))]).toEqual([
      null,
      'marta',
    ]);
  });

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
    ].filter((word) => word !== 'root');
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
        expect.stringMatching(/^logs\/remove-.+\.log$/),
        expect.stringMatching(/^logs\/restart-.+\.log$/),
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
    const logs = bundle.filter(({ name }) => name.startsWith('logs/'));
    expect([logs.length > 0, logs.some(({ name }) => name.includes('cut-off'))]).toEqual([
      true,
      false,
    ]);
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

  it('names nobody of the machine in any file and any spelling, and stays an inventory', async () => {
    const { guide } = await guideOf();
    await removeOn(guide, 'business');
    const { inventory, record, runPath } = guide.caseInHand();
    if (inventory === null || runPath === null) throw new Error('Nothing was removed.');
    const [profile] = inventory.profiles.items;
    const [service] = inventory.services.items;
    if (profile === undefined || service === undefined) throw new Error('Nobody lives there.');
    const known: Inventory = {
      ...inventory,
      machine: { ...inventory.machine, computerName: 'Büro-7' },
      profiles: {
        ...inventory.profiles,
        items: [
          { ...profile, folder: 'C:\\Users\\Zoë.ÇWERK' },
          { ...profile, folder: String.raw`E:\Data\People\Жанна Грей` },
          // Whatever people are called: words of the format and of its fields stay what they are.
          { ...profile, folder: 'C:\\Users\\machine' },
          { ...profile, folder: 'C:\\Users\\displayName' },
        ],
      },
      services: {
        ...inventory.services,
        items: [
          ...inventory.services.items,
          { ...service, name: 'X', account: String.raw`FIRMA9\svc-kl` },
        ],
      },
    };
    const names = ['Büro-7', 'Zoë', 'ÇWERK', 'Жанна Грей', 'Жанна', 'Грей', 'FIRMA9', 'svc-kl'];
    const spelled = names.flatMap((name) => [
      name,
      name.toUpperCase().normalize('NFD'),
      encodeURIComponent(name.toLowerCase()),
    ]);
    const everywhere = ` (${spelled.join('; ')})`;
    const texts = JSON.stringify(known, (key, value: unknown) =>
      ['displayName', 'imagePath', 'command', 'subject', 'detail', 'path'].includes(key) &&
      typeof value === 'string'
        ? value + everywhere
        : value,
    );
    writeFileSync(join(runPath, 'before.json'), texts);
    const [log = ''] = readdirSync(join(runPath, 'logs'));
    // Windows Installer writes in UTF-16.
    const lines = `\uFEFFProperty(S): x = 1${everywhere} ${JSON.stringify(everywhere)}\r\n`.repeat(
      50,
    );
    writeFileSync(join(runPath, 'logs', log), lines, 'utf16le');

    const told = inventorySchema.parse(JSON.parse(texts));
    const bundle = supportBundle({ inventory: told, record, runPath }, guide.snapshot);
    const whole = bundle.map(({ name, text }) => `${name}\n${text}`).join('\n');
    const plainly = (text: string): string =>
      text
        .normalize('NFKD')
        .replaceAll(/[\u0300-\u036F]/g, '')
        .toLowerCase();
    expect(
      spelled.filter((name) => plainly(whole).includes(plainly(name)) || whole.includes(name)),
    ).toEqual([]);

    const textOf = (file: string): string => bundle.find(({ name }) => name === file)?.text ?? '';
    const shared = inventorySchema.parse(JSON.parse(textOf('inventory.json')));
    const found = (one: Inventory): readonly string[] =>
      detect(one).map(({ productId, state }) => `${productId} ${state}`);
    expect([found(shared), shared.programs.items.map(({ scope }) => scope)]).toEqual([
      found(told),
      inventory.programs.items.map(({ scope }) => scope),
    ]);
    const stays = [
      'Kaspersky Endpoint Security',
      'AO Kaspersky Lab',
      'LocalSystem',
      'C:\\\\Program Files (x86)',
    ];
    expect(stays.filter((words) => !whole.includes(words))).toEqual([]);
  });

  it('begins what is left of a long log with a whole line', async () => {
    const { guide } = await guideOf();
    await removeOn(guide, 'home');
    const { runPath, ...source } = guide.caseInHand();
    const [log = ''] = readdirSync(join(runPath ?? '', 'logs'));
    writeFileSync(join(runPath ?? '', 'logs', log), `${'MARTA-LAPTOP '.repeat(200_000)}\nlast\n`);
    const bundle = supportBundle({ ...source, runPath }, guide.snapshot);
    expect(bundle.find(({ name }) => name.endsWith(log))?.text).toBe('last\n');
  });
});
