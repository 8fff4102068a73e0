import { describedProducts } from '../../../shared/domain/product-names.ts';
import { productRow } from './product-row.ts';

const antivirusHazards = ['close-first', 'quarantine-lost'] as const;

/** Products for home users. Their product codes change with every build and are found on the machine. */
export const homeProducts = [
  productRow({
    id: 'kaspersky-vpn',
    family: 'vpn',
    name: 'Kaspersky VPN Secure Connection',
    sweep: 'onlyWhenChosen',
    names: [
      {
        match: '^Kaspersky (?:VPN(?: Secure Connection)?|Secure Connection)(?![\\p{L}\\d])',
        confidence: 'M',
        sources: ['customInstaller', 'avArtifacts', 'wingetPkgs'],
      },
    ],
    lines: [{ match: '^KSDE[0-9.]*$', confidence: 'M', sources: ['customInstaller'] }],
    folders: [
      { match: '^Kaspersky VPN [0-9.]+$', confidence: 'M', sources: ['avArtifacts'] },
      {
        match: '^Kaspersky Secure Connection [0-9.]+$',
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    hazards: ['vpn-kill-switch'],
    confidence: 'M',
    sources: ['customInstaller', 'avArtifacts', 'wingetPkgs'],
  }),
  productRow({
    id: 'kaspersky-password-manager',
    family: 'passwordManager',
    name: 'Kaspersky Password Manager',
    sweep: 'onlyWhenChosen',
    names: [
      {
        match: '^Kaspersky Password Manager(?![\\p{L}\\d])',
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    folders: [
      {
        match: '^Kaspersky Password Manager(?: [0-9.]+)?$',
        confidence: 'M',
        sources: ['fieldScripts'],
      },
    ],
    hazards: ['password-vault'],
    confidence: 'M',
    sources: ['fieldScripts'],
  }),
  productRow({
    id: 'kaspersky-safe-kids',
    family: 'childSafety',
    name: 'Kaspersky Safe Kids',
    sweep: 'onlyWhenChosen',
    names: [
      { match: '^Kaspersky Safe Kids(?![\\p{L}\\d])', confidence: 'M', sources: ['wingetPkgs'] },
    ],
    folders: [
      { match: '^Kaspersky Safe Kids(?: [0-9.]+)?$', confidence: 'U', sources: ['vendorListing'] },
    ],
    hazards: ['safe-kids-credentials'],
    confidence: 'M',
    sources: ['wingetPkgs', 'safeKidsHelp'],
  }),
  productRow({
    id: 'kaspersky-virus-removal-tool',
    family: 'scanner',
    name: 'Kaspersky Virus Removal Tool',
    sweep: 'byDefault',
    names: [
      {
        match: '^Kaspersky Virus Removal Tool(?![\\p{L}])',
        confidence: 'H',
        sources: ['kvrtArticle'],
      },
    ],
    confidence: 'H',
    sources: ['kvrtArticle'],
  }),
  productRow({
    id: 'kaspersky-tdsskiller',
    family: 'scanner',
    name: 'Kaspersky TDSSKiller',
    sweep: 'byDefault',
    names: [{ match: '^(?:Kaspersky )?TDSSKiller$', confidence: 'M', sources: ['kapeFiles'] }],
    confidence: 'M',
    sources: ['kapeFiles'],
  }),
  productRow({
    id: 'kaspersky-security-scan',
    family: 'scanner',
    name: 'Kaspersky Security Scan',
    sweep: 'byDefault',
    names: [
      {
        match: '^Kaspersky Security Scan(?![\\p{L}\\d])',
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    confidence: 'U',
    sources: ['vendorListing'],
  }),
  productRow({
    id: 'kaspersky-software-updater',
    family: 'other',
    name: 'Kaspersky Software Updater',
    sweep: 'byDefault',
    names: [
      {
        match: '^Kaspersky Software Updater(?![\\p{L}\\d])',
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    confidence: 'U',
    sources: ['vendorListing'],
  }),
  productRow({
    id: 'kaspersky-fraud-prevention',
    family: 'other',
    name: 'Kaspersky Fraud Prevention',
    sweep: 'byDefault',
    names: [
      {
        match: '^Kaspersky Fraud Prevention(?![\\p{L}\\d])',
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    confidence: 'U',
    sources: ['vendorListing'],
  }),
  productRow({
    // It guards all the time beside another antivirus, unlike the tools that only look when asked.
    id: 'kaspersky-anti-ransomware-tool',
    family: 'antivirus',
    name: 'Kaspersky Anti-Ransomware Tool',
    sweep: 'byDefault',
    names: [
      {
        match: '^Kaspersky Anti-?Ransomware Tool(?![\\p{L}])',
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    confidence: 'U',
    sources: ['vendorListing'],
  }),
  productRow({
    id: 'kaspersky-small-office-security',
    family: 'antivirus',
    name: 'Kaspersky Small Office Security',
    sweep: 'byDefault',
    names: [
      {
        match: '^Kaspersky Small Office Security(?![\\p{L}])',
        confidence: 'M',
        sources: ['fieldScripts'],
      },
    ],
    lines: [{ match: '^KSOS[0-9.]*$', confidence: 'M', sources: ['fieldScripts'] }],
    folders: [
      {
        match: '^Kaspersky Small Office Security(?: [0-9.]+)?$',
        confidence: 'M',
        sources: ['fieldScripts'],
      },
    ],
    hazards: [...antivirusHazards, 'data-vault'],
    confidence: 'M',
    sources: ['fieldScripts'],
  }),
  productRow({
    id: 'kaspersky-pure',
    family: 'antivirus',
    name: 'Kaspersky PURE',
    sweep: 'byDefault',
    names: [
      {
        match: '^Kaspersky (?:PURE|CRYSTAL)(?![\\p{L}])',
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    lines: [{ match: '^PURE[0-9.]*$', confidence: 'M', sources: ['tenable'] }],
    folders: [
      {
        match: '^Kaspersky (?:PURE|CRYSTAL)(?: [0-9.]+)?$',
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    hazards: [...antivirusHazards, 'data-vault'],
    confidence: 'M',
    sources: ['tenable'],
  }),
  productRow({
    id: 'kaspersky-total-security',
    family: 'antivirus',
    name: 'Kaspersky Total Security',
    sweep: 'byDefault',
    names: [
      {
        match: '^Kaspersky Total Security(?![\\p{L}])',
        confidence: 'M',
        sources: ['avArtifacts', 'wingetPkgs'],
      },
    ],
    translations: [
      { match: '^卡巴斯基全方位安全软件', confidence: 'U', sources: ['vendorListing'] },
    ],
    folders: [
      { match: '^Kaspersky Total Security [0-9.]+$', confidence: 'M', sources: ['avArtifacts'] },
    ],
    hazards: [...antivirusHazards, 'data-vault'],
    confidence: 'M',
    sources: ['avArtifacts', 'wingetPkgs'],
  }),
  productRow({
    id: 'kaspersky-security-cloud',
    family: 'antivirus',
    name: 'Kaspersky Security Cloud',
    sweep: 'byDefault',
    names: [
      {
        match: '^Kaspersky Security Cloud(?![\\p{L}])',
        confidence: 'M',
        sources: ['avArtifacts', 'wingetPkgs'],
      },
    ],
    folders: [
      { match: '^Kaspersky Security Cloud [0-9.]+$', confidence: 'M', sources: ['avArtifacts'] },
    ],
    hazards: antivirusHazards,
    confidence: 'M',
    sources: ['avArtifacts', 'wingetPkgs'],
  }),
  productRow({
    id: 'kaspersky-internet-security',
    family: 'antivirus',
    name: 'Kaspersky Internet Security',
    sweep: 'byDefault',
    names: [
      {
        match: '^Kaspersky Internet Security(?![\\p{L}])',
        confidence: 'M',
        sources: ['customInstaller', 'wingetPkgs'],
      },
      {
        // The second until 2013.
        match: '^卡巴斯基(?:安全软件|安全部队)',
        confidence: 'M',
        sources: ['productTitleLists'],
      },
    ],
    translations: [
      {
        match: '^カスペルスキー ?インターネット ?セキュリティ',
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    folders: [
      {
        match: '^Kaspersky Internet Security [0-9.]+$',
        confidence: 'U',
        sources: ['vendorListing'],
      },
      { match: '^卡巴斯基安全部队 [0-9]+$', confidence: 'M', sources: ['fieldNotes'] },
    ],
    hazards: antivirusHazards,
    confidence: 'M',
    sources: ['customInstaller', 'wingetPkgs'],
  }),
  productRow({
    id: 'kaspersky-anti-virus',
    family: 'antivirus',
    name: 'Kaspersky Anti-Virus',
    sweep: 'byDefault',
    names: [
      {
        match:
          '^Kaspersky Anti-?Virus(?![\\p{L}])(?!.*\\b(?:Servers?|Workstations?|Storages?|Gateways?)\\b)',
        confidence: 'M',
        sources: ['customInstaller', 'wingetPkgs'],
      },
      {
        match: '^Антивирус Касперского(?![\\p{L}])',
        confidence: 'M',
        sources: ['productTitleLists'],
      },
    ],
    translations: [
      {
        match: '^(?:Антивірус Касперського|卡巴斯基反病毒软件|カスペルスキー ?アンチウイルス)',
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    folders: [
      { match: '^Kaspersky Anti-Virus [0-9.]+$', confidence: 'L', sources: ['fieldNotes'] },
    ],
    hazards: antivirusHazards,
    confidence: 'M',
    sources: ['customInstaller', 'wingetPkgs'],
  }),
  productRow({
    id: 'kaspersky-for-windows',
    family: 'antivirus',
    name: describedProducts.homeAntivirus,
    sweep: 'byDefault',
    names: [
      {
        match:
          '^Kaspersky(?: (?:Free|Basic|Standard|Plus|Premium))?(?: Anti-?Virus)?(?: [0-9.]+)?$',
        confidence: 'U',
        sources: ['vendorListing'],
      },
      {
        match: '^卡巴斯基(?:免费版)?(?: [0-9.]+)?$',
        confidence: 'M',
        sources: ['translatedPackages', 'fieldNotes'],
      },
    ],
    translations: [
      {
        match:
          '^(?:卡巴斯基(?:标准版|高级版|优选版)|カスペルスキー ?(?:セキュリティ|フリー|スタンダード|プラス|プレミアム))(?: [0-9.]+)?$',
        confidence: 'U',
        sources: ['vendorListing'],
      },
    ],
    lines: [
      {
        match: '^AVP21\\.(?:[6-9]|[1-9][0-9]+)$',
        confidence: 'H',
        sources: ['wingetPkgs', 'homeInstallHelp', 'fieldScripts'],
      },
    ],
    folders: [
      {
        match: '^Kaspersky(?: (?:Free|Basic|Standard|Plus|Premium))? [0-9]+\\.[0-9.]+$',
        confidence: 'M',
        sources: ['fieldScripts'],
      },
    ],
    hazards: antivirusHazards,
    confidence: 'H',
    sources: ['homeRemovalHelp', 'homeInstallHelp', 'wingetPkgs'],
  }),
  productRow({
    id: 'kaspersky-home-antivirus',
    family: 'antivirus',
    name: describedProducts.anyHomeAntivirus,
    sweep: 'byDefault',
    names: [],
    lines: [{ match: '^AVP[0-9.]*$', confidence: 'H', sources: ['customInstaller', 'tenable'] }],
    hazards: antivirusHazards,
    confidence: 'H',
    sources: ['customInstaller', 'tenable'],
  }),
] as const;
