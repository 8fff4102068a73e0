/** Public sources of the rows, by the names a reader can look them up with. */
export const sources = {
  localServerLists:
    'names of programs and services as their own public documentation and packages have them',
  kesInstallHelp:
    'Kaspersky help, KES 11.6 to 12.11, topic 123468 (installation from the command line)',
  kesRecoverHelp: 'Kaspersky help, KES 12.9, topic 299679 (recovering the application)',
  kesRemovalHelp: 'Kaspersky help, KES 11.3 and 11.6, topic 127987 (removing the application)',
  kesTraceHelp: 'Kaspersky help, KES 10 and 11, topic 124710 (trace files)',
  kesEncryptionHelp:
    'Kaspersky help, KES 11 and 12.2, topics 128081, 128080 and 193689 (data encryption)',
  kesAgentTestHelp: 'Kaspersky help, KES 10 SP2, topic 128199 (Authentication Agent)',
  kesSelfDefenceHelp: 'Kaspersky help, KES 11.5, topic 133798 (self-defence)',
  kesNewsHelp: 'Kaspersky help, KES 12.1, "What\'s new"',
  kscRemoteRemovalHelp:
    'Kaspersky help, Security Center 14 and 15.1, topic 6389 (uninstalling remotely)',
  homeRemovalHelp: 'Kaspersky help, Kaspersky for Windows 21.8, topic 43539 (uninstalling)',
  homeInstallHelp: 'Kaspersky help, Kaspersky for Windows 21.6, topic 226833 (installation)',
  homePasswordHelp:
    'Kaspersky help, Kaspersky for Windows 21.7, topics 70756 and 207130 (password)',
  kisGuide: 'Kaspersky Internet Security user guide, removal',
  kvrtArticle: 'Kaspersky support article 15675 (local data of Virus Removal Tool 2020)',
  safeKidsHelp: 'Kaspersky help, My Kaspersky, topic 95243',
  serverInstallHelp:
    'Kaspersky help, Security 11 for Windows Server, topic 147612 (changes after installation)',
  serverPplHelp: 'Kaspersky help, Security 11 for Windows Server, topic 182789 (protected service)',
  serverToolHelp:
    'Kaspersky help, Security for Windows Server, topics 146717 and 146724 (KAVSHELL)',
  serverReturnCodes:
    'Kaspersky help, Security 11.0.1 for Windows Server, topic 147706 (return codes)',
  endpointAgentHelp:
    'Kaspersky help, Anti Targeted Attack 5.0, topics 199164 and 200903 (Endpoint Agent)',
  endpointAgentPasswordHelp:
    'Kaspersky help, Endpoint Agent 3.13 to 4.0, topic 193455 (password protection)',
  lightAgentHelp: 'Kaspersky help, Security for Virtualization 5.0 Light Agent, topic 73618',
  vendorTraining: 'Kaspersky training KL 102.98, chapter 4.4 (password protection)',
  kavremoverHowTo: 'Public how-to texts on kavremvr.exe',
  passwordReset: "Kaspersky's article on a forgotten password, as a reseller quotes it",
  businessCleaner:
    'Public scripts that run the cleaner of article 13088 (cleaner.exe) for the Network Agent',
  installerCache:
    'Microsoft: SQL Server docs, "Restore the missing Windows Installer cache files" (KB 969052)',
  msiSources: 'Microsoft: win32 docs, Msi/source-resiliency and Msi/disablebrowse',
  msiErrorCodes: 'Microsoft: win32 docs, Msi/error-codes and Msi/reboot',
  msiErrorMessages: 'Microsoft: win32 docs, Msi/windows-installer-error-messages',
  driverTables:
    'Public notes that list drivers, filters and services of single computers (2013 to 21.26, KES 12 to 14)',
  altitudes: 'Microsoft: windows-driver-docs, allocated filter altitudes',
  wingetPkgs: 'microsoft/winget-pkgs, manifests/k/Kaspersky',
  secWinBatchMode: 'jl-oclinux/SecWinBatchMode, dists/uninstall-kaspersky',
  kasperskyGuide: 'JustHobbs/KasperskyGuide, Scripts',
  customInstaller: 'bitasuperactive/KasperskyCustomInstaller2022, KCI_Library',
  removeKsScript: 'lucasldantas/scripts-public, remove_ks.ps1',
  tenable: 'Tenable plugin "Kaspersky installed"',
  avArtifacts: 'Paper "Antivirus Artifacts III"',
  netExec: 'Pennyw0rth/NetExec, nxc/modules/enum_av.py',
  glpiAgent: 'glpi-project/glpi-agent, Inventory/Win32/AntiVirus.pm',
  pingCastle: 'netwrix/pingcastle, Scanners/AntivirusScanner.cs',
  avComparatives: 'AV-Comparatives, Uninstallation Test 2022',
  defenderDocs: 'MicrosoftDocs/defender-docs, defender-endpoint',
  kapeFiles: 'EricZimmerman/KapeFiles, Modules/Apps/Kaspersky_TDSSKiller.mkape',
  ultraAvPress:
    'Help Net Security 2024-09-24; TechCrunch and SecurityWeek, September and October 2024',
  federalRegister: 'Federal Register 89 FR 52434, Final Determination ICTS-2021-002',
  bisQuestions: 'US Bureau of Industry and Security, answers on the Kaspersky determination',
  adminConsoleDump:
    "Public script that quotes the services and products of an administrator's PC (Russian, Security Center 12)",
  productTitleLists:
    'Symantec TPAR and bmrf/tron, lists of product titles; scripts that ask for a translated title',
  translatedPackages:
    'Public analysis of the Chinese package of 21.23 that quotes its version resource (company and product 卡巴斯基)',
  extensionLists:
    'Firefox telemetry tables, add-on lists and store listings that name the extension',
  hookProjects: 'iPower/KasperskyHook, issues 9 and 18; other projects that install klhk.sys',
  parallelsProfile:
    'glpi-project/glpi-agent, macOS sample of an installed Parallels Internet Security',
  kbldfltr: 'Public page on the Microsoft keyboard lockdown filter kbldfltr',
  wardWiz: 'wardwiz repository, k1.ps1',
  vpnAdapterLists:
    'Public lists of network adapters of single computers that name the adapter of the VPN',
  windowsEndpoints:
    'Microsoft: windows-itpro-docs, "Manage connection endpoints for Windows"; defender-docs, network connections of Defender',
  storeAppLists: 'Public scripts that remove preinstalled apps, by the names of their packages',
  softwareInstallation:
    'Microsoft: Windows Support Tools, addiag; windows-itpro-docs, EnterpriseDesktopAppManagement CSP',
  tapIssue: 'OpenVPN/tap-windows6 issue 9; AdguardTeam/AdGuardVPNForWindows issue 248',
  fieldScripts: 'Public inventory, deployment and diagnostic scripts that name it',
  fieldNotes: 'Public forum posts, pastes and write-ups that name it',
  vendorListing: 'Named in product lists without a source that could be checked',
} as const satisfies Record<string, string>;

export type SourceId = keyof typeof sources;
