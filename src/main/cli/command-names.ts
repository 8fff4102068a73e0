/** What has to stand on the command line for Electron's program to run as the command line instead of a window. */
export const commandNames: readonly string[] = [
  'inventory',
  'scan',
  'plan',
  'protection',
  'check',
  'remove',
  'resume',
  'restore',
  'report',
  'practice',
  '--help',
  '-h',
  '--version',
];
