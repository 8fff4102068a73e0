import type { Scope } from '../../../../../src/shared/domain/scope.ts';

export const extensionId = 'ahkjpbeeocnddjkakilopmfdlnjdpcdm';

export const testScope: Scope = {
  registryKeys: ['KasperskyLab'],
  harmlessValues: ['ProductName', 'Count', 'LastUpdate', 'Stamp', 'Names'],
  folders: ['Kaspersky Lab'],
  extraFolders: [],
  makers: 'kaspersky',
  hints: ['kaspersky'],
  serviceNames: ['^klif'],
  processNames: [],
  encryptionTraces: [],
  serverDomains: ['kaspersky.com'],
  extensionIds: [extensionId],
};
