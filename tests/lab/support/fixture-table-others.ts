import type { Binary, Fixture } from './fixture-table.ts';

const marker: Binary = {
  source: 'uninst.c',
  bits: 64,
  kind: 'window',
  signer: 'kaspersky',
  company: 'AO Kaspersky Lab',
};
const innocent = { signer: 'innocent', company: 'Innocent Software GmbH' } as const;
const marked = { file: 'uninst.exe' } as const;

/** Entries in the list of programs whose uninstall strings must never be run as found. */
export const hostile: Fixture = {
  bits: 64,
  binaries: { 'uninst.exe': marker, 'innocent-uninst.exe': { ...marker, ...innocent } },
  places: {
    'C:\\Program Files (x86)\\Kaspersky Lab\\X\\uninst.exe': marked,
    'C:\\Program Files\\Innocent AV\\uninst.exe': { file: 'innocent-uninst.exe' },
    'C:\\Program Files\\Innocent AV\\engine.dat': { text: 'innocent engine' },
    'C:\\innocent\\keep.txt': { text: 'must stay' },
    // An unquoted path with spaces starts this one where the path is cut at its first space.
    'C:\\Program.exe': marked,
    'C:\\Program Files (x86)\\Kaspersky.exe': marked,
    'C:\\Program Files (x86)\\Kaspersky Lab\\Unquoted Path\\uninst.exe': marked,
  },
};

const service: Binary = { source: 'service.c', bits: 64, kind: 'console', ...innocent };
const program: Binary = { source: 'program.c', bits: 64, kind: 'window', ...innocent };
const [serviceFile, programFile] = [{ file: 'service.exe' }, { file: 'program.exe' }];

/** Software that only looks like the vendor's, and software that lies near it. None of it may be touched. */
export const neighbours: Fixture = {
  bits: 64,
  binaries: { 'service.exe': service, 'program.exe': program },
  addsServices: true,
  places: {
    'C:\\Program Files\\Innocent Antivirus\\InnocentAv.exe': serviceFile,
    'C:\\Program Files\\Innocent Antivirus\\uninstall.exe': programFile,
    'C:\\Program Files (x86)\\kingsoft\\kingsoft antivirus\\kavstart.exe': programFile,
    'C:\\Program Files (x86)\\kingsoft\\kingsoft antivirus\\security\\ksde\\ksdesvc.exe':
      serviceFile,
    'C:\\Program Files\\WardWiz\\kavgui.exe': programFile,
    'C:\\Program Files\\WardWiz\\kavkrn.exe': serviceFile,
    'C:\\Program Files\\MinIO\\kes\\kes.exe': serviceFile,
    'C:\\Program Files\\Kaspersky Lab Fans\\fans.exe': programFile,
    'C:\\Program Files\\Kaspersky Lab Fans\\members.txt': { text: 'members' },
    'C:\\Program Files\\Helpful Guides\\How to uninstall Kaspersky\\guide.exe': programFile,
    'C:\\Program Files (x86)\\Kaspersky Lab\\ThirdParty\\thirdparty.exe': programFile,
    'C:\\Program Files (x86)\\Kaspersky Lab\\ThirdParty\\uninstall.exe': programFile,
    'C:\\windows\\system32\\drivers\\KslD.sys': { text: 'a Microsoft Defender driver' },
    'C:\\windows\\system32\\drivers\\kbldfltr.sys': { text: 'a Microsoft keyboard filter' },
    'C:\\users\\Public\\Documents\\kaspersky invoice.txt': { text: 'a document of the user' },
  },
};

/** Another maker's product with the vendor's engine inside. It stays, and no computer with it is clean. */
export const engine: Fixture = {
  bits: 64,
  binaries: { 'program.exe': program },
  places: {
    'C:\\Program Files (x86)\\Parallels\\Parallels Internet Security Powered by Kaspersky\\avp.exe':
      programFile,
  },
};
