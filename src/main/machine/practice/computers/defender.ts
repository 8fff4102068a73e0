import type { DefenderSetting } from '../../../../shared/domain/inventory/defender.ts';
import type { DefenderStatus } from '../../../../shared/domain/inventory/defender-status.ts';
import type { Changes } from './practice-computer.ts';
import {
  amsiProvider,
  runningProcess,
  securityProduct,
  service,
  signedFile,
  wmiSecurityProduct,
  type Sections,
} from './parts.ts';

const platform = 'C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18.24110.5-0';
const engine = `${platform}\\MsMpEng.exe`;
const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';
/** The row of Microsoft Defender names the fixed path and not the one of the current platform. */
const reportingPath = '%ProgramFiles%\\Windows Defender\\MsMpeng.exe';

function securityRow(state: 'on' | 'off') {
  return securityProduct('Windows Defender', reportingPath, state, {
    guid: '{D68DDC3A-831F-4FAE-9E44-DA132C1ACF46}',
    signatures: state === 'on' ? 'upToDate' : 'outOfDate',
  });
}

/** 397568 and 393488 are what computers show whose Defender is on, and off with old signatures. */
function wmiRow(state: 'on' | 'off') {
  return wmiSecurityProduct(securityRow(state), state === 'on' ? 397_568 : 393_488);
}

function status(active: boolean): DefenderStatus[] {
  const facts = {
    AMRunningMode: active ? 'Normal' : 'Not running',
    AMServiceEnabled: active,
    AntivirusEnabled: active,
    RealTimeProtectionEnabled: active,
    OnAccessProtectionEnabled: active,
    IoavProtectionEnabled: active,
    BehaviorMonitorEnabled: active,
    IsTamperProtected: active,
    DefenderSignaturesOutOfDate: !active,
    AntivirusSignatureAge: active ? 0 : 41,
  };
  return Object.entries(facts).map(([name, data]) => ({ name, data }));
}

const scriptScanner = amsiProvider(
  '{2781761E-28E0-4109-99FE-B9D127C57AFE}',
  'Windows Defender IOfficeAntiVirus implementation',
  `${platform}\\MpOav.dll`,
);

function settings(passive: boolean): DefenderSetting[] {
  return [
    { key, name: 'PassiveMode', data: passive ? 1 : 0 },
    {
      key: `${key}\\Real-Time Protection`,
      name: 'DisableRealtimeMonitoring',
      data: passive ? 1 : 0,
    },
  ];
}

/** Microsoft Defender beside another antivirus: there, and not protecting. */
export const defenderPassive: Sections = {
  services: [
    service('WinDefend', 'Microsoft Defender Antivirus Service', engine, { state: 'stopped' }),
    service(
      'WdNisSvc',
      'Microsoft Defender Antivirus Network Inspection Service',
      `${platform}\\NisSrv.exe`,
      { state: 'stopped', start: 'demand' },
    ),
  ],
  files: [signedFile(engine, 'Microsoft Corporation', '4.18.24110.5')],
  securityProducts: [securityRow('off')],
  wmiSecurityProducts: [wmiRow('off')],
  defender: settings(true),
  defenderStatus: status(false),
  amsiProviders: [scriptScanner],
};

/** Microsoft Defender as a script leaves it that switches it off. */
export const defenderDisabled: Sections = {
  ...defenderPassive,
  services: (defenderPassive.services ?? []).map((each) => ({ ...each, start: 'disabled' })),
  defender: [{ key: `${key}\\Real-Time Protection`, name: 'DisableRealtimeMonitoring', data: 1 }],
};

/** What is different once Microsoft Defender protects the computer. */
export const defenderTakesOver: Changes = {
  remove: {},
  put: {
    services: [
      service('WinDefend', 'Microsoft Defender Antivirus Service', engine, { processId: 3320 }),
      service(
        'WdNisSvc',
        'Microsoft Defender Antivirus Network Inspection Service',
        `${platform}\\NisSrv.exe`,
        { start: 'demand' },
      ),
    ],
    processes: [runningProcess(3320, engine)],
    securityProducts: [securityRow('on')],
    wmiSecurityProducts: [wmiRow('on')],
    defender: settings(false),
    defenderStatus: status(true),
  },
};

/** Microsoft Defender as the one that protects. */
export const defenderActive: Sections = {
  ...defenderPassive,
  services: defenderTakesOver.put.services ?? [],
  processes: defenderTakesOver.put.processes ?? [],
  securityProducts: [securityRow('on')],
  wmiSecurityProducts: [wmiRow('on')],
  defender: settings(false),
  defenderStatus: status(true),
};
