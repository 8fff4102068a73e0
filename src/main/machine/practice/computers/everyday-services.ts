import type { Process } from '../../../../shared/domain/inventory/processes.ts';
import type { Service } from '../../../../shared/domain/inventory/services.ts';
import { driver, runningProcess, service } from './parts.ts';

const system32 = 'C:\\Windows\\System32';
const drivers = `${system32}\\drivers`;

/** Services that Windows hosts in svchost.exe. */
const hosted: readonly (readonly [name: string, displayName: string, state: Service['state']])[] = [
  ['Appinfo', 'Application Information', 'running'],
  ['AudioEndpointBuilder', 'Windows Audio Endpoint Builder', 'running'],
  ['Audiosrv', 'Windows Audio', 'running'],
  ['BFE', 'Base Filtering Engine', 'running'],
  ['BITS', 'Background Intelligent Transfer Service', 'stopped'],
  ['BrokerInfrastructure', 'Background Tasks Infrastructure Service', 'running'],
  ['BthAvctpSvc', 'AVCTP service', 'running'],
  ['bthserv', 'Bluetooth Support Service', 'running'],
  ['CDPSvc', 'Connected Devices Platform Service', 'running'],
  ['CertPropSvc', 'Certificate Propagation', 'stopped'],
  ['CryptSvc', 'Cryptographic Services', 'running'],
  ['DcomLaunch', 'DCOM Server Process Launcher', 'running'],
  ['DeviceAssociationService', 'Device Association Service', 'running'],
  ['Dhcp', 'DHCP Client', 'running'],
  ['DiagTrack', 'Connected User Experiences and Telemetry', 'running'],
  ['DispBrokerDesktopSvc', 'Display Policy Service', 'running'],
  ['Dnscache', 'DNS Client', 'running'],
  ['DPS', 'Diagnostic Policy Service', 'running'],
  ['DusmSvc', 'Data Usage', 'running'],
  ['EventLog', 'Windows Event Log', 'running'],
  ['EventSystem', 'COM+ Event System', 'running'],
  ['FontCache', 'Windows Font Cache Service', 'running'],
  ['gpsvc', 'Group Policy Client', 'running'],
  ['IKEEXT', 'IKE and AuthIP IPsec Keying Modules', 'running'],
  ['iphlpsvc', 'IP Helper', 'running'],
  ['LanmanServer', 'Server', 'running'],
  ['LanmanWorkstation', 'Workstation', 'running'],
  ['lmhosts', 'TCP/IP NetBIOS Helper', 'running'],
  ['LSM', 'Local Session Manager', 'running'],
  ['mpssvc', 'Windows Defender Firewall', 'running'],
  ['NcbService', 'Network Connection Broker', 'running'],
  ['netprofm', 'Network List Service', 'running'],
  ['NlaSvc', 'Network Location Awareness', 'running'],
  ['nsi', 'Network Store Interface Service', 'running'],
  ['PcaSvc', 'Program Compatibility Assistant Service', 'running'],
  ['PlugPlay', 'Plug and Play', 'running'],
  ['Power', 'Power', 'running'],
  ['ProfSvc', 'User Profile Service', 'running'],
  ['RpcEptMapper', 'RPC Endpoint Mapper', 'running'],
  ['RpcSs', 'Remote Procedure Call (RPC)', 'running'],
  ['Schedule', 'Task Scheduler', 'running'],
  ['SENS', 'System Event Notification Service', 'running'],
  ['ShellHWDetection', 'Shell Hardware Detection', 'running'],
  ['SSDPSRV', 'SSDP Discovery', 'running'],
  ['StorSvc', 'Storage Service', 'running'],
  ['SysMain', 'SysMain', 'running'],
  ['Themes', 'Themes', 'running'],
  ['UsoSvc', 'Update Orchestrator Service', 'running'],
  ['UserManager', 'User Manager', 'running'],
  ['VaultSvc', 'Credential Manager', 'running'],
  ['W32Time', 'Windows Time', 'stopped'],
  ['Wcmsvc', 'Windows Connection Manager', 'running'],
  ['Winmgmt', 'Windows Management Instrumentation', 'running'],
  ['WlanSvc', 'WLAN AutoConfig', 'running'],
  ['wscsvc', 'Security Center', 'running'],
  ['wuauserv', 'Windows Update', 'stopped'],
];

const programFiles = 'C:\\Program Files';

/** Services with a program of their own. */
const own: readonly Service[] = [
  service(
    'ClickToRunSvc',
    'Microsoft Office Click-to-Run Service',
    `${programFiles}\\Common Files\\Microsoft Shared\\ClickToRun\\OfficeClickToRun.exe`,
  ),
  service(
    'edgeupdate',
    'Microsoft Edge Update Service (edgeupdate)',
    'C:\\Program Files (x86)\\Microsoft\\EdgeUpdate\\MicrosoftEdgeUpdate.exe',
    { state: 'stopped' },
  ),
  service(
    'GoogleUpdaterService',
    'Google Updater Service',
    'C:\\Program Files (x86)\\Google\\GoogleUpdater\\updater.exe',
    { state: 'stopped' },
  ),
  service(
    'igccservice',
    'Intel(R) Graphics Command Center Service',
    `${system32}\\DriverStore\\FileRepository\\igcc_dch.inf_amd64_5f1\\OneApp.IGCC.WinService.exe`,
  ),
  service(
    'MozillaMaintenance',
    'Mozilla Maintenance Service',
    'C:\\Program Files (x86)\\Mozilla Maintenance Service\\maintenanceservice.exe',
    { state: 'stopped', start: 'demand' },
  ),
  service('msiserver', 'Windows Installer', `${system32}\\msiexec.exe`, {
    state: 'stopped',
    start: 'demand',
  }),
  service(
    'RtkAudioUniversalService',
    'Realtek Audio Universal Service',
    `${system32}\\DriverStore\\FileRepository\\realtekservice.inf_amd64_1c2\\RtkAudUService64.exe`,
  ),
  service('Spooler', 'Print Spooler', `${system32}\\spoolsv.exe`),
  service('TeamViewer', 'TeamViewer', `${programFiles}\\TeamViewer\\TeamViewer_Service.exe`),
  service(
    'TrustedInstaller',
    'Windows Modules Installer',
    'C:\\Windows\\servicing\\TrustedInstaller.exe',
    { state: 'stopped', start: 'demand' },
  ),
  service('VSS', 'Volume Shadow Copy', `${system32}\\vssvc.exe`, {
    state: 'stopped',
    start: 'demand',
  }),
  service('WSearch', 'Windows Search', `${system32}\\SearchIndexer.exe`),
];

/** Drivers of Windows and of others, some with names that resemble those of Kaspersky. */
const ordinaryDrivers: readonly Service[] = [
  driver('ACPI', `${drivers}\\ACPI.sys`, { start: 'boot' }),
  driver('AFD', `${drivers}\\afd.sys`),
  driver('disk', `${drivers}\\disk.sys`, { start: 'boot' }),
  driver('FltMgr', `${drivers}\\fltmgr.sys`, { kind: 'fileSystemDriver', start: 'boot' }),
  driver('kbdclass', `${drivers}\\kbdclass.sys`, { start: 'demand' }),
  driver('kbldfltr', `${drivers}\\kbldfltr.sys`, { state: 'stopped', start: 'demand' }),
  driver('kdnic', `${drivers}\\kdnic.sys`, { start: 'demand' }),
  driver('KSecDD', `${drivers}\\ksecdd.sys`, { start: 'boot' }),
  driver('KslD', `${drivers}\\KslD.sys`, { state: 'stopped', start: 'demand' }),
  driver('ksthunk', `${drivers}\\ksthunk.sys`, { start: 'demand' }),
  driver('mouclass', `${drivers}\\mouclass.sys`, { start: 'demand' }),
  driver(
    'MpKsl2a7c91e4',
    'C:\\ProgramData\\Microsoft\\Windows Defender\\Definition Updates\\{6C9C4E14}\\MpKslDrv.sys',
  ),
  driver('NDIS', `${drivers}\\ndis.sys`, { start: 'boot' }),
  driver('Ntfs', `${drivers}\\ntfs.sys`, { kind: 'fileSystemDriver', start: 'boot' }),
  driver('Tcpip', `${drivers}\\tcpip.sys`, { start: 'boot' }),
  driver('volsnap', `${drivers}\\volsnap.sys`, { start: 'boot' }),
  driver('WdFilter', `${drivers}\\wd\\WdFilter.sys`, { kind: 'fileSystemDriver', start: 'boot' }),
];

/** The services and drivers of an ordinary computer, without those of an antivirus. */
export const everydayServices: readonly Service[] = [
  ...hosted.map(([name, displayName, state]) =>
    service(name, displayName, `${system32}\\svchost.exe`, {
      state,
      start: state === 'running' ? 'auto' : 'demand',
      imagePath: `${system32}\\svchost.exe -k netsvcs -p`,
    }),
  ),
  ...own,
  ...ordinaryDrivers,
];

/** What runs on an ordinary computer. */
export const everydayProcesses: readonly Process[] = [
  runningProcess(1012, `${system32}\\lsass.exe`),
  runningProcess(1184, `${system32}\\svchost.exe`),
  runningProcess(2260, `${system32}\\dwm.exe`),
  runningProcess(3908, `${system32}\\spoolsv.exe`),
  runningProcess(5120, 'C:\\Windows\\explorer.exe'),
  runningProcess(6004, `${system32}\\SearchIndexer.exe`),
  runningProcess(7716, `${programFiles}\\Google\\Chrome\\Application\\chrome.exe`),
  runningProcess(8040, `${programFiles}\\Microsoft OneDrive\\OneDrive.exe`),
];
