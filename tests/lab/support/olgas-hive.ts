import { hiveLog, logEntry, notClosed } from '../../support/regf-log-writer.ts';
import { writeHive } from '../../support/regf-writer.ts';
import { certificateBlob, rootCertificates } from '../../support/root-certificates.ts';

/**
 * The registry of a person who is not logged on: one program and one root of her own, and traces of the vendor's. Which
 * roots she trusts decides whether anything of it hurts.
 */
export function olgasHive(trusted = Object.values(rootCertificates), traced = true): Buffer {
  const program = {
    DisplayName: 'Ольгина программа',
    DisplayVersion: '3.2',
    Publisher: 'Innocent Software GmbH',
    InstallLocation: 'C:\\users\\olga\\AppData\\Local\\Programs\\Olga',
    UninstallString: '"C:\\users\\olga\\AppData\\Local\\Programs\\Olga\\uninstall.exe" /S',
    NoModify: 1,
  };
  const uninstall = { keys: { OlgasProgram: { values: program } } };
  const windows = { keys: { CurrentVersion: { keys: { Uninstall: uninstall } } } };
  const traces = {
    keys: {
      'AVP21.3': { keys: { Settings: { values: { Skin: 'default', Recent: ['a', 'b'] } } } },
    },
  };
  const certificates = trusted.map((root) => [
    root.thumbprint,
    { values: { Blob: { type: 3, data: certificateBlob(root) } } },
  ]);
  const roots = { keys: { Certificates: { keys: Object.fromEntries(certificates) } } };
  const microsoft = {
    keys: { Windows: windows, SystemCertificates: { keys: { Root: roots } } },
  };
  return writeHive({
    keys: {
      Software: { keys: { Microsoft: microsoft, ...(traced ? { KasperskyLab: traces } : {}) } },
      Environment: {},
    },
  });
}

/** The same as it lies in her folder after a hard switch-off: everything that she did stands in a log only. */
export function olgasFiles(): Readonly<Record<string, Buffer>> {
  const earlier = notClosed(writeHive({ keys: { Software: {} } }), 2);
  return {
    'NTUSER.DAT': earlier,
    'ntuser.dat.LOG1': hiveLog(earlier, 2, [logEntry(2, earlier, olgasHive())]),
    'ntuser.dat.LOG2': Buffer.alloc(0),
  };
}
