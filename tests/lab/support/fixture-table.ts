import type { Signer } from './certificates.ts';
import { engine, hostile, neighbours } from './fixture-table-others.ts';
import {
  amsi,
  defender,
  events,
  filters,
  guard,
  management,
  network,
  wmi,
  wsc,
} from './fixture-table-protection.ts';

/** A Windows program or DLL built for a fixture. */
export interface Binary {
  /** A C file in the fixture's folder or in `common`. */
  readonly source: string;
  readonly bits: 32 | 64;
  /** A window program shows no console; both kinds show nothing here. */
  readonly kind: 'console' | 'window' | 'library';
  readonly signer: Signer | null;
  /** Company named in the version information. */
  readonly company?: string;
  readonly libraries?: readonly string[];
}

export interface Fixture {
  /** Built files by name. */
  readonly binaries: Readonly<Record<string, Binary>>;
  /** The fixture's folder holds `product.wxs` or `setup.nsi`. */
  readonly package?: 'msi' | 'msi64' | 'nsis';
  /** 32-bit fixtures need a Wine that runs 32-bit programs. */
  readonly bits: 32 | 64;
  /** What is there besides the package: Windows path to the name of a built file, or to a text. */
  readonly places?: Readonly<Record<string, { readonly file: string } | { readonly text: string }>>;
  /** The fixture's `machine.reg` adds services: Windows reads those when it starts. */
  readonly addsServices?: boolean;
  /** The product adds a root certificate of its own to those Windows trusts, and leaves it behind. */
  readonly addsRootCertificate?: boolean;
  /** A built DLL that registers itself. */
  readonly registers?: string;
}

const vendor = { signer: 'kaspersky', company: 'AO Kaspersky Lab' } as const;
const service32: Binary = { source: 'service.c', bits: 32, kind: 'console', ...vendor };
const program32: Binary = { source: 'program.c', bits: 32, kind: 'window', ...vendor };
const actions32: Binary = {
  source: 'actions.c',
  bits: 32,
  kind: 'library',
  libraries: ['msi'],
  ...vendor,
};

const homeData = 'C:\\ProgramData\\Kaspersky Lab\\AVP21.3';

const fixtures = {
  kes: {
    bits: 64,
    package: 'msi64',
    binaries: {
      'avp.exe': { ...service32, bits: 64 },
      'avpui.exe': { ...program32, bits: 64 },
      'actions.dll': { ...actions32, bits: 64 },
    },
    places: {
      'C:\\ProgramData\\Kaspersky Lab\\KES.21.13\\Data\\settings.kvdb': { text: 'settings' },
    },
  },
  home: {
    bits: 32,
    package: 'msi',
    binaries: { 'avp.exe': service32, 'avpui.exe': program32 },
    addsRootCertificate: true,
    places: {
      [`${homeData}\\Bases\\base.avc`]: { text: 'bases' },
      [`${homeData}\\QB\\quarantined.klq`]: {
        text: 'a file of the user that was put into quarantine',
      },
      [`${homeData}\\Data\\storage.kvdb`]: { text: 'data' },
      [`${homeData}\\Report\\report.rpt`]: { text: 'report' },
    },
  },
  vpn: { bits: 32, package: 'msi', binaries: { 'ksde.exe': service32 } },
  agent: { bits: 32, package: 'msi', binaries: { 'klnagent.exe': service32 } },
  utility: { bits: 32, package: 'nsis', binaries: { 'kss.exe': program32 } },
  liar: { bits: 32, package: 'msi', binaries: { 'avp.exe': service32 } },
  hanging: {
    bits: 32,
    package: 'nsis',
    binaries: { 'ksu.exe': program32, 'uninstall.exe': { ...program32, source: 'uninstall.c' } },
  },
  restart: {
    bits: 32,
    package: 'msi',
    binaries: { 'avp.exe': service32, 'actions.dll': actions32 },
    places: {
      'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Small Office Security 21.3\\kllocked.sys':
        { text: 'a file in use' },
    },
  },
  hostile,
  neighbours,
  engine,
  wsc,
  network,
  wmi,
  amsi,
  events,
  filters,
  guard,
  management,
  defender,
  profile: { bits: 64, binaries: {} },
} as const satisfies Record<string, Fixture>;

export type FixtureName = keyof typeof fixtures;

/** The table with its general type, for code that reads any row. */
export const fixtureRows: Readonly<Record<FixtureName, Fixture>> = fixtures;
