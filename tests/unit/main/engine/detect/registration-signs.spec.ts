import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../../src/main/engine/plan/plan.ts';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import { findingIdOf } from '../../../../../src/shared/domain/plan/step-about.ts';
import { inventoryOf } from '../../../../support/inventory-builder.ts';
import { msi, programFiles } from '../../../../support/kaspersky-machines.ts';

const code = '{AAAAAAAA-1111-2222-3333-444444444444}';

/** What is found and whether it goes by default and when everything is chosen. */
function answers(facts: Parameters<typeof inventoryOf>[0]): readonly string[] {
  const inventory = inventoryOf(facts);
  const findings = detect(inventory);
  const removed = [false, true].map((all) =>
    plan(inventory, findings, { ...defaultChoice, all }).steps.map(findingIdOf),
  );
  return findings.map(({ id, family, confidence }) => {
    const when = removed.map((ids) => (ids.includes(id) ? 'goes' : 'stays')).join(', ');
    return `${family} | ${confidence} | ${when}`;
  });
}

const installed = (name: string, publisher: string | null = 'Kaspersky') =>
  answers(msi({ code, name, version: '1', publisher }));
const entry = (displayName: string, more = {}) => answers({ programs: [{ displayName, ...more }] });

describe('names of installed products', () => {
  it.each([
    ['Kaspersky Endpoint Security для Windows', 'endpoint'],
    ['Kaspersky Security для Windows Server', 'server'],
    ['Kaspersky Security 11.0.1 für Windows Server', 'server'],
    ['Антивирус Касперского 6.0 для Windows Workstations', 'endpoint'],
    ['Антивирус Касперского 6.0 для Windows Servers', 'server'],
    ['Антивирус Касперского 2012', 'antivirus'],
    ['卡巴斯基安全软件', 'antivirus'],
    ['卡巴斯基安全部队 2012', 'antivirus'],
    ['卡巴斯基免费版', 'antivirus'],
    ['Kaspersky Security для виртуальных сред 5.2 Легкий агент для Windows', 'endpoint'],
    ['Kaspersky Anti-Ransomware Tool for Business', 'antivirus'],
  ])('knows %s', (name, family) => {
    expect(installed(name, '"Лаборатория Касперского"')).toEqual([
      `${family} | proven | goes, goes`,
    ]);
  });

  it.each([
    'Agente de Rede do Kaspersky Security Center',
    'Agente de red de Kaspersky Security Center',
    'Agent sieciowy Kaspersky Security Center',
    'Агент администрирования Kaspersky Security Center',
    'Kaspersky Lab Network Agent',
    'Kaspersky Security Center 网络代理',
  ])('knows the Network Agent as %s and never takes it for the server', (name) => {
    expect(installed(name)).toEqual(['agent | proven | goes, goes']);
  });

  it.each([
    ['Administrationsagent von Kaspersky Security Center', 'agent'],
    ['卡巴斯基安全中心网络代理', 'agent'],
    ['Антивірус Касперського 2012', 'antivirus'],
    ['カスペルスキー インターネット セキュリティ', 'antivirus'],
  ])(
    'knows %s by a translation that nothing confirms, so that it goes only when chosen',
    (name, family) => {
      expect(installed(name)).toEqual([`${family} | proven | stays, goes`]);
    },
  );

  it('lets such a title go by itself where its folder or its code says which product it is', () => {
    const name = '卡巴斯基安全中心网络代理';
    const installLocation = 'C:\\Program Files (x86)\\Kaspersky Lab\\NetworkAgent\\';
    const upgradeCode = '{B9518725-0B76-4793-A409-C6794442FB50}';
    const product = {
      productCode: '{6B0E5A10-0000-4000-8000-0000000000A1}',
      name,
      publisher: 'Kaspersky',
    };
    expect([
      answers({ installerProducts: [{ ...product, installLocation }] }),
      answers({ installerProducts: [{ ...product, upgradeCode }] }),
    ]).toEqual([['agent | proven | goes, goes'], ['agent | proven | goes, goes']]);
  });

  it.each([
    'Kaspersky Endpoint Security 8 for Windows Console Plug-in',
    'Kaspersky Endpoint Security 11 для Windows Плагин управления',
    'Kaspersky Endpoint Security 12 para Windows Plug-in de gerenciamento',
    'Kaspersky Security 11 for Windows Server Administration Tools',
    'Kaspersky Security für Windows Server Verwaltungskonsole',
    'Средства администрирования Kaspersky Security для Windows Server',
    'Консоль администрирования Kaspersky Security Center',
    'Kaspersky Security Center Web Console',
  ])('counts %s among the tools of an administrator, which go only when chosen', (name) => {
    expect(installed(name)).toEqual(['management | proven | stays, goes']);
  });

  it('never proves a product whose publisher is not the vendor, whatever its name is', () => {
    expect([
      installed('Агент администрирования Kaspersky Security Center', 'ООО "Пример"'),
      installed('Agente de Rede do Kaspersky Security Center', 'Друзья Касперского'),
      installed('卡巴斯基安全软件', null),
    ]).toEqual([[], ['agent | hint | stays, stays'], ['antivirus | hint | stays, stays']]);
  });

  it.each([
    'Kaspersky Password Manager to Bitwarden Converter',
    'Kaspersky Total Security Trial Reset 5.1',
    'Kaspersky VPN Unlocker',
    'Kaspersky Endpoint Security Deployment Report',
    'Report Viewer for Kaspersky Security Center',
    'Network Agent Monitor for Kaspersky',
    'Backup Console for Kaspersky Endpoint Security',
    'Encryption Module',
  ])('does not take %s of nobody for a product', (name) => {
    expect([entry(name), installed(name, null)]).toEqual([[], []]);
  });

  it('takes a title without a maker for a hint when it is whole or lies in a folder of the vendor', () => {
    const installLocation = `${programFiles}\\Kaspersky Total Security 21.3\\`;
    expect([
      entry('Kaspersky Total Security 21.3 (x64)'),
      entry('Kaspersky Total Security Sonderausgabe', { installLocation }),
    ]).toEqual([['antivirus | hint | stays, stays'], ['antivirus | hint | stays, stays']]);
  });

  it('knows the agent by its upgrade code where its name is in no table, and proves it only by its publisher', () => {
    const answer = (publisher: string | null) => {
      const facts = msi({ code, name: 'Agent de rețea', version: '15', publisher });
      const upgradeCode = '{B9518725-0B76-4793-A409-C6794442FB50}';
      const [product] = facts.installerProducts ?? [];
      return answers({ installerProducts: [{ ...product!, upgradeCode }] });
    };
    expect(['Kaspersky', null, 'Acme'].map(answer)).toEqual([
      ['agent | proven | goes, goes'],
      ['agent | hint | stays, stays'],
      [],
    ]);
  });

  it('knows the console by one code in every version', () => {
    const console = '{5D35D57A-30B9-493B-819F-C6C2181A0A1A}';
    expect(answers(msi({ code: console, name: 'Any', version: '12' }))).toEqual([
      'management | proven | stays, goes',
    ]);
  });
});

it('an entry of one person stays what it says, though Windows Installer does not know its code', () => {
  const entries = (['user', 'machine64'] as const).map((scope) =>
    detect(
      inventoryOf({
        programs: [
          {
            keyName: code,
            scope,
            userSid: scope === 'user' ? 'S-1-5-21-1-2-3-1001' : null,
            displayName: 'Kaspersky Endpoint Security for Windows',
            publisher: 'Kaspersky',
          },
        ],
      }),
    ).map(({ state }) => state),
  );
  expect(entries).toEqual([['installed'], ['leftover']]);
});
