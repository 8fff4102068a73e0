import { describe, expect, it } from 'vitest';
import { answerAbout } from '../../src/main/session/decisions.ts';
import { defaultChoice } from '../../src/shared/domain/plan/plan.ts';
import type { Inventory } from '../../src/shared/domain/inventory.ts';
import { inventorySchema } from '../../src/shared/domain/inventory-schema.ts';
import { accuracyCases } from './accuracy-case.ts';

/** Makes another computer of a report, by its text as JSON. */
type Change = (inventory: string) => string;
type Neighbour = readonly [name: string, ...changes: readonly Change[]];

/** Wherever a text stands in values of the inventory, or in a part of one. */
const text = (from: string, to: string) => json(inJson(from), inJson(to));
const inJson = (value: string) => JSON.stringify(value).slice(1, -1);

function json(from: string, to: string): Change {
  return (inventory) => {
    if (!inventory.includes(from)) throw new Error(`It does not hold ${from}.`);
    return inventory.replaceAll(from, to);
  };
}

const named = (from: string, ...names: readonly string[]): readonly Neighbour[] =>
  names.map((name) => [name, text(from, name)]);

/** The entry in the view of 64-bit programs. */
const in64: Neighbour = [
  'an entry in the 64-bit view',
  text('SOFTWARE\\WOW6432Node\\Microsoft', 'SOFTWARE\\Microsoft'),
  json('"scope":"machine32"', '"scope":"machine64"'),
];
const published = (from: string, ...names: readonly string[]): readonly Neighbour[] =>
  names.map((name) => [
    `by ${name}`,
    json(`"publisher":"${inJson(from)}"`, `"publisher":"${inJson(name)}"`),
  ]);
const cyrillic = [
  'АО "Лаборатория Касперского"',
  'ЗАО «Лаборатория Касперского»',
  'Лаборатория Касперского',
  'AO Kaspersky Lab',
  'Kaspersky Lab ZAO',
];

const plugIn = 'Kaspersky Endpoint Security 8 for Windows Console Plug-in';
const keyboard = '"upperFilters":["klkbdflt","kbdclass"],"lowerFilters":[]';
const filters = (driver: string): Neighbour => [
  `the filter ${driver}`,
  text('klkbdflt', driver),
  text('klmouflt', driver),
];

/**
 * Beside each report computers that nobody reported: another language, edition, view of the registry, place or version.
 * What is right of the report is right of them.
 */
const neighbours: Readonly<Record<string, readonly Neighbour[]>> = {
  'agent-pt': [
    ...named(
      'Agente de Rede do Kaspersky Security Center',
      'Agente de red de Kaspersky Security Center',
      'Agent sieciowy Kaspersky Security Center',
      'Agent d’administration de Kaspersky Security Center',
      "Agent d'administration Kaspersky Security Center",
      'Kaspersky Security Center Administrationsagent',
      'Агент администрирования Kaspersky Security Center',
      'Агент адміністрування Kaspersky Security Center',
      'Agente di rete di Kaspersky Security Center',
      'Kaspersky Security Center Ağ Aracısı',
      '卡巴斯基安全中心网络代理',
      'Kaspersky Security Center ネットワークエージェント',
      'Kaspersky Security Center 네트워크 에이전트',
      'Kaspersky Network Agent',
      'Kaspersky Security Center Hálózati ügynök',
      'Agent de rețea Kaspersky Security Center',
      'Kaspersky Security Center Tác nhân mạng',
      'عميل الشبكة Kaspersky Security Center',
      'Πράκτορας δικτύου Kaspersky Security Center',
      'Síťový agent Kaspersky Security Center',
      'Kaspersky Security Center Netwerkagent',
      'Kaspersky Security Center Netværksagent',
      '卡巴斯基安全管理中心網路代理程式',
      'Kaspersky Security Center Nätverksagent',
      'Kaspersky Security Center Verkkoagentti',
      'Kaspersky Security Center tīkla aģents',
      'Мрежов агент на Kaspersky Security Center',
      'Agen Jaringan Kaspersky Security Center',
    ),
    in64,
    ...published('Kaspersky', ...cyrillic),
  ],
  'endpoint-ru': [
    ...published('"Лаборатория Касперского"', ...cyrillic, 'Kaspersky'),
    ['an English installation', text(' для Windows', ' for Windows')],
    ['an installation of 11.10', text('12.1.0.506', '11.10.0.399')],
    in64,
  ],
  'console-plugin': [
    ...named(
      plugIn,
      'Kaspersky Endpoint Security 12.6 for Windows Management Plug-in',
      'Плагин управления Kaspersky Endpoint Security 11.9 для Windows',
      'Complemento de administración de Kaspersky Endpoint Security 11 para Windows',
      'Wtyczka zarządzająca Kaspersky Endpoint Security 12 for Windows',
      'Kaspersky Endpoint Security for Windows 管理插件',
      'Kaspersky Endpoint Security 11 for Windows 管理プラグイン',
      'Kaspersky Endpoint Security for Windows 관리 플러그인',
    ),
    ...published('Kaspersky Lab', ...cyrillic),
    in64,
  ],
  'input-filters-left': [
    filters('klkbdflt.K4W-21-26'),
    filters('klfltdev.KES-14-1'),
    filters('klfltdev'),
    filters('KLKBDFLT2'),
    [
      'below the driver of the class',
      json(keyboard, '"upperFilters":["kbdclass"],"lowerFilters":["klkbdflt"]'),
    ],
    [
      'behind the driver of the class',
      json(keyboard, '"upperFilters":["kbdclass","klkbdflt"],"lowerFilters":[]'),
    ],
    ['an older Windows', text('Windows 11 Pro', 'Windows 8.1')],
  ],
  'network-filter-left': [
    ['the filter klim5', text('klim6', 'klim5')],
    ['the filter in capitals', json('"service":"klim6"', '"service":"KLIM6"')],
    [
      'under another name',
      text('Kaspersky Anti-Virus NDIS 6 Filter', 'Kaspersky Lab NDIS 6 Filter'),
    ],
    [
      'under no name',
      json('"description":"Kaspersky Anti-Virus NDIS 6 Filter"', '"description":null'),
    ],
  ],
  'engine-inside': [
    ...named('ZoneAlarm Antivirus', 'Check Point Endpoint Security Anti-Malware'),
    ['a driver of its own build', text('klflt', 'klifsdk')],
    in64,
  ],
  'entry-without-product': [
    ...named(
      'Kaspersky Total Security',
      'Kaspersky Internet Security',
      'Kaspersky Free',
      'Kaspersky Anti-Virus',
    ),
    in64,
    ...published('Kaspersky', ...cyrillic),
  ],
  'vpn-only': [
    ...named('Kaspersky VPN', 'Kaspersky VPN Secure Connection', 'Kaspersky Secure Connection'),
    in64,
    ...published('Kaspersky', ...cyrillic),
  ],
  'password-2020': [
    ['the year 2017', text('AVP20.0', 'AVP17.0.0')],
    ['the year 2019', text('AVP20.0', 'AVP19.0.0')],
    ['version 21.1', text('AVP20.0', 'AVP21.1')],
    [
      'version 21.19',
      text('AVP20.0', 'AVP21.19'),
      text('\\Data\\FlushedMsiCriticalSettings', '\\settings\\PasswordProtectionSettings'),
    ],
    [
      'the year 2014',
      text('KasperskyLab\\AVP20.0\\settings', 'KasperskyLab\\protected\\AVP14.0.0\\settings'),
      text('AVP20.0', 'AVP14.0.0'),
    ],
  ],
  'server-password': [
    ['a newer version', text('11.0.1', '10.1.2')],
    [
      'a Russian installation',
      text(' for Windows Server', ' для Windows Server'),
      text('Administration Tools', 'Средства администрирования'),
    ],
    ...published('AO Kaspersky Lab', ...cyrillic),
    in64,
  ],
  'dead-row': [
    [
      'of a product for companies',
      json('"name":"Kaspersky"', '"name":"Kaspersky Endpoint Security for Windows"'),
    ],
    [
      'of an older product',
      json('"name":"Kaspersky"', '"name":"Kaspersky Internet Security"'),
      text('Kaspersky 21.19', 'Kaspersky Internet Security 20.0'),
    ],
  ],
  'windows7-defender': [
    [
      'Windows Vista',
      text('Windows 7 Professional', 'Windows Vista Business'),
      text('6.1.7601', '6.0.6002'),
      json('"osBuild":"7601"', '"osBuild":"6002"'),
    ],
    ['a 32-bit Windows', json('"architecture":"x64"', '"architecture":"x86"')],
  ],
  'folder-on-d': [
    ['on another drive', text('D:\\Security\\KES', 'E:\\Programme\\Schutz')],
    ['in a folder with another script', text('D:\\Security\\KES', 'D:\\Защита\\Антивирус')],
    in64,
  ],
  'person-only': [
    ['of another person', text('S-1-5-21-1-2-3-1001', 'S-1-12-1-111-222-333-444')],
    ...published('Kaspersky', ...cyrillic),
  ],
};

/** What somebody would do because of the answer. */
function gist(inventory: Inventory) {
  const { findings, plan, state } = answerAbout(inventory, defaultChoice);
  const going = plan.steps.flatMap(({ about }) => (about.kind === 'product' ? about.family : []));
  return {
    verdict: state.verdict,
    // A name with a version tells whose remains they are.
    found: findings.map(({ family, state: now }) => (now === 'leftover' ? now : family)).sort(),
    going: going.sort(),
    stays: state.stays.map(({ reason }) => reason).sort(),
    dangers: state.dangers.map(({ id, severity }) => `${severity} ${id}`).sort(),
    hazards: plan.hazards.map(({ id }) => id).sort(),
  };
}

describe.each(Object.entries(neighbours))('what is right of the report %s', (id, all) => {
  const report = accuracyCases().find((one) => one.id === `report-${id}`)?.inventory;
  if (report === undefined) throw new Error(`There is no report ${id}.`);

  const each = all.map(([name, ...changes]) => ({ name, changes }));
  it.each(each)('is right of its neighbour: $name', ({ changes }) => {
    const changed = changes.reduce((so, change) => change(so), JSON.stringify(report));
    expect(gist(inventorySchema.parse(JSON.parse(changed)))).toEqual(gist(report));
  });
});
