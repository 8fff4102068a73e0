import { sectionNames } from '../../../../shared/domain/sections.ts';
import { everydayPrograms, everydayProducts } from './everyday-programs.ts';
import { everydayProcesses, everydayServices } from './everyday-services.ts';
import { personFolder, personSid, type Sections } from './parts.ts';

/** What every practice computer has, whoever protects it. */
export const ordinaryComputer: Sections = {
  profiles: [{ sid: personSid, folder: personFolder, loaded: true }],
  programs: [...everydayPrograms],
  installerProducts: [...everydayProducts],
  services: [...everydayServices],
  processes: [...everydayProcesses],
  encryption: [
    {
      kind: 'bitLocker',
      subject: 'C:',
      state: 'off',
      detail: 'ProtectionStatus 0, ConversionStatus 0',
    },
  ],
  scheduledTasks: [
    {
      path: '\\Microsoft\\Windows\\UpdateOrchestrator\\Schedule Scan',
      author: 'Microsoft Corporation',
      actions: [{ execute: '%systemroot%\\system32\\usoclient.exe', arguments: 'StartScan' }],
    },
    {
      path: '\\GoogleSystem\\GoogleUpdater\\GoogleUpdaterTaskSystem',
      author: 'Google LLC',
      actions: [
        {
          execute: 'C:\\Program Files (x86)\\Google\\GoogleUpdater\\updater.exe',
          arguments: '--wake --system',
        },
      ],
    },
  ],
};

/** Lays parts of a computer beside each other. */
export function together(...parts: readonly Sections[]): Sections {
  const whole: Record<string, unknown[]> = {};
  for (const part of parts) {
    for (const name of sectionNames) (whole[name] ??= []).push(...(part[name] ?? []));
  }
  return whole;
}
