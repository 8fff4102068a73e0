import { describedProducts } from '../../../shared/domain/product-names.ts';
import { plainUninstall, productRow, type UninstallMethod } from './product-row.ts';

const agentUninstall: UninstallMethod = {
  ...plainUninstall,
  secretProperties: [{ name: 'KLUNINSTPASSWD', secret: 'agent', encoding: 'utf16leHex' }],
};

/** What of an administrator's tools stands in a name, in the languages of the vendor's packages. */
const administrationTool = [
  'plug-?in',
  'плагин',
  'подключаемый модуль',
  'complemento',
  'wtyczka',
  'eklenti',
  '(?:administration|management) tools',
  'средства администрирования',
  'outils d.administration',
  'herramientas de administración',
  'ferramentas de administração',
  'strumenti di amministrazione',
  'narzędzia administracyjne',
  'verwaltungstools',
  '\\p{L}*[ck]onsol[ae]',
  'консоль',
].join('|');

/** Systems on which no product for Windows runs: named in a title on Windows, its plug-in is meant. */
const otherSystems = ['Linux', 'Mac', 'macOS', 'Android', 'iOS'].join('|');

/** The same in scripts that put no blanks between words. */
const joinedTool = [
  '插件',
  '外掛程式',
  'プラグイン',
  '플러그인',
  '控制台',
  '主控台',
  'コンソール',
  '콘솔',
].join('|');

/** The agent's name in a translation that a public source shows. */
const agentName = [
  '(?:Network|Administration) Agent',
  "Agent d['’\uFFFD?]administration",
  'Агент администрирования',
  'Agente de Rede?',
  'Agent sieciowy',
  '网络代理',
].join('|');

/** The same in further languages. */
const otherAgentName = [
  'Administrationsagent',
  'Agente di rete',
  'Агент адміністрування',
  'Ağ Aracısı',
  'Síťový agent',
  'Netwerkagent',
  'Hálózati ügynök',
  'Agent de rețea',
  'Tác nhân mạng',
  '(?:وكيل|عميل) الشبكة',
  'Πράκτορας [Δδ]ικτύου',
  'סוכן רשת',
  'Agen Jaringan',
  '[网網][络絡路]代理',
  'ネットワーク ?エージェント',
  '네트워크 ?에이전트',
].join('|');

/** How the word is written in most languages, alone and in compounds: no other part of a Security Center has it. */
const agentStem = '(?:a[gģ]ent|агент)';

const vendorSomewhere = '(?=.*(?:Kaspersky|Касперс|卡巴斯基))';

/** What manages other products. The agent is told from the server by its name in every language. */
export const managementProducts = [
  productRow({
    id: 'kaspersky-administration-tools',
    family: 'management',
    name: describedProducts.administrationTools,
    sweep: 'onlyWhenChosen',
    names: [
      {
        match: `^${vendorSomewhere}(?!.*Security Center)(?=.*(?<![\\p{L}])(?:${administrationTool})(?![\\p{L}])|.*(?:${joinedTool}))`,
        confidence: 'M',
        sources: ['productTitleLists', 'serverInstallHelp'],
      },
      {
        match: `^${vendorSomewhere}(?!.*(?:Security Center|Windows))(?=.*(?<![\\p{L}])(?:${otherSystems})(?![\\p{L}]))`,
        confidence: 'M',
        sources: ['fieldScripts'],
      },
    ],
    confidence: 'M',
    sources: ['productTitleLists', 'serverInstallHelp'],
  }),
  productRow({
    id: 'kaspersky-network-agent',
    family: 'agent',
    name: 'Kaspersky Security Center Network Agent',
    sweep: 'byDefault',
    names: [
      {
        match: `^${vendorSomewhere}(?=.*(?<![\\p{L}])(?:${agentName})(?![\\p{L}]))`,
        confidence: 'H',
        sources: ['secWinBatchMode', 'adminConsoleDump', 'productTitleLists', 'driverTables'],
      },
    ],
    translations: [
      {
        match: `^${vendorSomewhere}(?=.*(?:${otherAgentName}|Security Center.*${agentStem}|${agentStem}.*Security Center))`,
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    lines: [
      {
        match: '^Components\\\\34\\\\1103$',
        confidence: 'H',
        sources: ['fieldScripts', 'tenable'],
      },
      { match: '^Components\\\\27\\\\1103$', confidence: 'L', sources: ['fieldScripts'] },
    ],
    folders: [
      // With the number in the time of Administration Kit 8.
      {
        match: '^NetworkAgent(?: 8)?$',
        confidence: 'M',
        sources: ['kasperskyGuide', 'fieldScripts'],
      },
    ],
    folderDecides: true,
    productCodes: [
      {
        code: '{2924BEDA-E0D7-4DAF-A224-50D2E0B12F5B}',
        version: '12.0.0.7734',
        confidence: 'M',
        sources: ['secWinBatchMode'],
      },
      {
        code: '{ED1C2D7E-5C7A-48D8-A697-57D1C080ABA7}',
        version: '12.0.0.7734',
        confidence: 'H',
        sources: ['adminConsoleDump', 'fieldScripts'],
      },
      {
        code: '{BCF4CF24-88AB-45E1-A6E6-40C8278A70C5}',
        version: '10.3.407',
        confidence: 'H',
        sources: ['fieldScripts'],
      },
      {
        code: '{0F05E4E5-5A89-482C-9A62-47CC58643788}',
        version: '14.0.0.10902',
        confidence: 'H',
        sources: ['removeKsScript', 'fieldScripts'],
      },
      {
        code: '{1A7B331A-ABBE-4230-995E-BCD99C5A18CF}',
        version: null,
        confidence: 'L',
        sources: ['fieldNotes'],
      },
    ],
    upgradeCodes: [
      {
        code: '{B9518725-0B76-4793-A409-C6794442FB50}',
        confidence: 'H',
        sources: ['fieldScripts'],
      },
    ],
    uninstall: agentUninstall,
    hazards: ['agent-password-may-be-needed', 'windows-update-redirect'],
    confidence: 'H',
    sources: ['secWinBatchMode', 'removeKsScript', 'kasperskyGuide', 'fieldScripts'],
  }),
  productRow({
    id: 'kaspersky-security-center',
    family: 'management',
    name: 'Kaspersky Security Center',
    sweep: 'onlyWhenChosen',
    names: [
      {
        match: '(?<![\\p{L}])Kaspersky Security Center(?![\\p{L}])',
        confidence: 'H',
        sources: ['secWinBatchMode', 'adminConsoleDump', 'fieldScripts'],
      },
      {
        match: '^(?:Kaspersky Administration Kit(?![\\p{L}])|卡巴斯基安全中心)',
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    lines: [{ match: '^Components\\\\34\\\\1093$', confidence: 'M', sources: ['fieldScripts'] }],
    folders: [
      {
        match: '^Kaspersky Security Center(?: (?:Web )?Console)?(?: [0-9.]+)?$',
        confidence: 'H',
        sources: ['adminConsoleDump', 'fieldScripts'],
      },
    ],
    productCodes: [
      {
        code: '{5D35D57A-30B9-493B-819F-C6C2181A0A1A}',
        // One code from 12.0.0.7734 (Russian) to 13.2.0.1511 (French).
        version: null,
        confidence: 'H',
        sources: ['secWinBatchMode', 'adminConsoleDump'],
      },
    ],
    hazards: ['management-server'],
    confidence: 'M',
    sources: ['secWinBatchMode', 'fieldScripts'],
  }),
] as const;
