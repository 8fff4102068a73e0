import type { DefenderSetting } from '../../../../shared/inventory.ts';
import type { Changes } from '../practice-computer.ts';
import { runningProcess, securityProduct, service, signedFile, type Sections } from './parts.ts';

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
  defender: settings(true),
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
    defender: settings(false),
  },
};

/** Microsoft Defender as the one that protects. */
export const defenderActive: Sections = {
  ...defenderPassive,
  services: defenderTakesOver.put.services ?? [],
  processes: defenderTakesOver.put.processes ?? [],
  securityProducts: [securityRow('on')],
  defender: settings(false),
};
