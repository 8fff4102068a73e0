import { describedProducts } from '../../../shared/domain/product-names.ts';
import { productRow, type UninstallMethod } from './product-row.ts';
import { forWord } from './title-words.ts';

/** Kaspersky help, KES 11.6 to 12.11, topic 123468; their use for removal: two public scripts. */
const klAdminUninstall: UninstallMethod = {
  loginProperty: 'KLLOGIN',
  secretProperties: [{ name: 'KLPASSWD', secret: 'kaspersky', encoding: 'plain' }],
  silentSwitch: null,
};

/** Products for organisations. Specific names stand before general ones. */
export const businessProducts = [
  productRow({
    id: 'kaspersky-endpoint-agent',
    family: 'edr',
    name: 'Kaspersky Endpoint Agent',
    sweep: 'byDefault',
    names: [
      {
        match: '^Kaspersky Endpoint Agent(?![\\p{L}])',
        confidence: 'M',
        sources: ['kesNewsHelp', 'kasperskyGuide'],
      },
    ],
    lines: [{ match: '^SOYUZ$', confidence: 'U', sources: ['vendorListing'] }],
    folders: [{ match: '^Endpoint Agent$', confidence: 'H', sources: ['endpointAgentHelp'] }],
    hazards: ['password-by-hand'],
    confidence: 'H',
    sources: ['endpointAgentHelp', 'endpointAgentPasswordHelp', 'kasperskyGuide'],
  }),
  productRow({
    id: 'kaspersky-endpoint-security',
    family: 'endpoint',
    name: 'Kaspersky Endpoint Security for Windows',
    sweep: 'byDefault',
    names: [
      {
        match: '^Kaspersky Endpoint Security(?![\\p{L}])(?!.*\\b(?:Linux|Mac|Android)\\b)',
        confidence: 'H',
        sources: ['secWinBatchMode', 'kasperskyGuide', 'removeKsScript'],
      },
    ],
    lines: [
      { match: '^KES[0-9.]*(?:SP[0-9]+)?$', confidence: 'H', sources: ['tenable', 'fieldScripts'] },
    ],
    folders: [
      {
        match: '^(?:Kaspersky Endpoint Security(?: [0-9]+)? for Windows(?: SP[0-9])?|KES[0-9.]*)$',
        confidence: 'H',
        sources: ['secWinBatchMode', 'kasperskyGuide', 'fieldScripts'],
      },
    ],
    productCodes: [
      {
        code: '{7EC66A9F-0A49-4DC0-A9E8-460333EA8013}',
        version: '11.6.0.394',
        confidence: 'H',
        sources: ['secWinBatchMode', 'kasperskyGuide'],
      },
      {
        code: '{F4ECE08F-50E9-44E2-A2F3-2F3C8DDF8E16}',
        version: '11.7',
        confidence: 'M',
        sources: ['kasperskyGuide'],
      },
      {
        code: '{1F39E63E-3F9C-4E21-928B-136C6362E88B}',
        version: '11.8',
        confidence: 'M',
        sources: ['kasperskyGuide'],
      },
      {
        code: '{6BB76C8F-365E-4345-83ED-6D7AD612AF76}',
        version: '11.9',
        confidence: 'M',
        sources: ['kasperskyGuide'],
      },
      {
        code: '{60BB97EB-61BD-4FF3-8506-F155850CC6B5}',
        version: null,
        confidence: 'M',
        sources: ['fieldScripts'],
      },
      {
        code: '{04CF7FBD-E56C-446D-8FC9-DD444BDBEE8E}',
        version: null,
        confidence: 'L',
        sources: ['fieldScripts'],
      },
      {
        code: '{305A9EC9-294E-4555-A7C5-E1C767E01C11}',
        version: '11.10',
        confidence: 'M',
        sources: ['kasperskyGuide'],
      },
      {
        code: '{E7012AFE-DB97-4B8B-9513-E98C0C3AACE3}',
        version: '11.0.0.6499',
        confidence: 'M',
        sources: ['fieldScripts'],
      },
      {
        code: '{27534751-4A40-48BD-B393-BC3BF28C876E}',
        version: '12.4.0.467',
        confidence: 'M',
        sources: ['fieldScripts'],
      },
      {
        code: '{C9EF800D-54AA-4F60-AB96-5A3966550F53}',
        version: null,
        confidence: 'M',
        sources: ['removeKsScript'],
      },
      {
        code: '{9A017278-F7F4-4DF9-A482-0B97B70DD7ED}',
        version: null,
        confidence: 'M',
        sources: ['kesRecoverHelp'],
      },
    ],
    uninstall: klAdminUninstall,
    hazards: ['password-may-be-needed', 'quarantine-lost'],
    confidence: 'H',
    sources: [
      'kesInstallHelp',
      'kesRecoverHelp',
      'secWinBatchMode',
      'kasperskyGuide',
      'removeKsScript',
    ],
  }),
  productRow({
    id: 'kaspersky-light-agent',
    family: 'endpoint',
    name: 'Kaspersky Security for Virtualization Light Agent',
    sweep: 'byDefault',
    names: [
      {
        match: '^Kaspersky Security (?:.* )?Virtualization(?![\\p{L}]).*Light Agent',
        confidence: 'U',
        sources: ['vendorListing'],
      },
      {
        match: '^Kaspersky Security (?:.* )?виртуальных сред(?![\\p{L}]).*Л[её]гкий агент',
        confidence: 'M',
        sources: ['fieldScripts'],
      },
    ],
    uninstall: klAdminUninstall,
    hazards: ['password-may-be-needed', 'quarantine-lost'],
    confidence: 'M',
    sources: ['lightAgentHelp'],
  }),
  productRow({
    id: 'kaspersky-exchange-security',
    family: 'server',
    name: describedProducts.mailSecurity,
    sweep: 'onlyWhenChosen',
    names: [
      {
        match: `^(?:Kaspersky (?:Security|Anti-Virus)|Антивирус Касперского) .*${forWord} (?:Microsoft )?(?:Exchange|SharePoint|ISA|Forefront|TMG|Lotus)`,
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    hazards: ['quarantine-lost'],
    confidence: 'U',
    sources: ['vendorListing'],
  }),
  productRow({
    id: 'kaspersky-embedded-systems-security',
    family: 'server',
    name: describedProducts.embeddedOrIndustrial,
    sweep: 'byDefault',
    names: [
      {
        match:
          '^Kaspersky (?:Embedded Systems Security|Industrial CyberSecurity for Nodes)(?![\\p{L}])',
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    hazards: ['password-by-hand', 'quarantine-lost'],
    confidence: 'M',
    sources: ['serverToolHelp'],
  }),
  productRow({
    id: 'kaspersky-security-for-windows-server',
    family: 'server',
    name: 'Kaspersky Security for Windows Server',
    sweep: 'byDefault',
    names: [
      {
        match: `^Kaspersky Security (?:.* )?${forWord} Windows Servers?(?![\\p{L}])`,
        confidence: 'M',
        sources: ['serverInstallHelp', 'fieldScripts'],
      },
    ],
    lines: [{ match: '^WSEE\\\\[0-9.]+$', confidence: 'M', sources: ['fieldScripts'] }],
    folders: [
      {
        match: '^Kaspersky Security(?: [0-9.]+)? for Windows Server$',
        confidence: 'H',
        sources: ['serverInstallHelp'],
      },
    ],
    productCodes: [
      {
        code: '{1F39FF72-CA21-42B6-8113-1621C04814DA}',
        version: '10',
        confidence: 'M',
        sources: ['fieldScripts'],
      },
      {
        code: '{93EDBC7E-D73F-4401-84A5-79E8CBB8B843}',
        version: '10.1.2.996',
        confidence: 'M',
        sources: ['fieldScripts'],
      },
    ],
    hazards: ['password-by-hand', 'quarantine-lost', 'protected-service'],
    confidence: 'H',
    sources: ['serverInstallHelp', 'serverPplHelp', 'fieldScripts'],
  }),
  productRow({
    id: 'kaspersky-anti-virus-for-file-servers',
    family: 'server',
    name: describedProducts.windowsServers,
    sweep: 'byDefault',
    names: [
      {
        match: `^(?:Kaspersky Anti-Virus|Антивирус Касперского) .*${forWord} Windows .*Servers?(?![\\p{L}])`,
        confidence: 'M',
        sources: ['tenable'],
      },
    ],
    folders: [
      {
        match:
          '^(?:KAV|Kaspersky Anti-Virus(?: [0-9.]+)?) for Windows Servers(?: Enterprise Edition)?$',
        confidence: 'M',
        sources: ['fieldScripts'],
      },
    ],
    productCodes: [
      {
        code: '{1A694303-9A42-43A8-A831-50F86C64EDF0}',
        version: '5',
        confidence: 'M',
        sources: ['tenable'],
      },
    ],
    hazards: ['quarantine-lost'],
    confidence: 'M',
    sources: ['tenable'],
  }),
  productRow({
    id: 'kaspersky-anti-virus-for-workstations',
    family: 'endpoint',
    name: 'Kaspersky Anti-Virus for Windows Workstations',
    sweep: 'byDefault',
    names: [
      {
        match: `^(?:Kaspersky Anti-Virus|Антивирус Касперского) .*${forWord} Windows Workstations?(?![\\p{L}])`,
        confidence: 'M',
        sources: ['tenable', 'fieldNotes'],
      },
    ],
    lines: [
      {
        match: '^InstalledProducts\\\\Kaspersky Anti-Virus for (?:Windows )?Workstations?$',
        confidence: 'M',
        sources: ['tenable', 'fieldNotes'],
      },
    ],
    hazards: ['quarantine-lost'],
    confidence: 'M',
    sources: ['tenable', 'fieldNotes'],
  }),
] as const;
