import type { PracticeComputer } from './practice-computer.ts';
import { defenderPassive } from './defender.ts';
import { kasperskyHomeRemains } from './kaspersky-home.ts';
import {
  program,
  recorded,
  runningProcess,
  securityProduct,
  service,
  signedFile,
  wmiSecurityProduct,
  type Sections,
} from './parts.ts';
import { ordinaryComputer, together } from './together.ts';

const root = 'C:\\Program Files\\UltraAV';
const company = 'Max Secure Software India Pvt. Ltd.';

const securityRow = securityProduct('UltraAV', `${root}\\UltraAVService.exe`, 'on', {
  guid: '{8B0C2E57-4D1A-4C9F-8E33-5A7B9D6F1C20}',
});

/** The successor that customers in the United States were moved to. File and service names are invented. */
const ultraAv: Sections = {
  programs: [
    program({
      keyName: 'UltraAV',
      displayName: 'UltraAV',
      displayVersion: '1.4.2',
      publisher: 'Pango Group',
      installLocation: root,
      uninstallString: `"${root}\\uninstall.exe"`,
      installDate: '20240919',
    }),
    program({
      keyName: 'UltraVPN',
      displayName: 'UltraVPN',
      displayVersion: '5.8.1',
      publisher: 'Pango Group',
      installLocation: 'C:\\Program Files\\UltraVPN',
      uninstallString: '"C:\\Program Files\\UltraVPN\\uninstall.exe"',
      installDate: '20240919',
    }),
  ],
  services: [
    service('UltraAVService', 'UltraAV Service', `${root}\\UltraAVService.exe`, {
      processId: 3544,
    }),
  ],
  processes: [runningProcess(3544, `${root}\\UltraAVService.exe`)],
  files: [signedFile(`${root}\\UltraAVService.exe`, company, '1.4.2.0')],
  securityProducts: [securityRow],
  wmiSecurityProducts: [wmiSecurityProduct(securityRow, 0x041000)],
};

export const ultraav: PracticeComputer = {
  id: 'ultraav',
  title: 'A computer in the United States that was moved to UltraAV',
  description:
    'Kaspersky replaced itself by UltraAV in September 2024. UltraAV protects; remains of Kaspersky are there still.',
  inventory: recorded(
    { computerName: 'DENVER-HOME' },
    together(ordinaryComputer, defenderPassive, ultraAv, {
      ...kasperskyHomeRemains,
      securityProducts: [],
      wmiSecurityProducts: [],
    }),
  ),
  effects: [],
};
