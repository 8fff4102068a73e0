import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scope } from '../../../src/main/catalog/scope.ts';
import { detect } from '../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../src/main/engine/plan/plan.ts';
import { protection } from '../../../src/main/engine/protection/protection.ts';
import { encodeEntry } from '../../../src/main/engine/record/journal-entry.ts';
import { journalFormat, type JournalFact } from '../../../src/main/engine/record/journal-fact.ts';
import { readJournal } from '../../../src/main/engine/record/journal.ts';
import { readRunRecord } from '../../../src/main/engine/record/run-folder.ts';
import { parseCertificateBlob } from '../../../src/main/machine/formats/certificate/parse-certificate-blob.ts';
import { readCertificate } from '../../../src/main/machine/formats/certificate/read-certificate.ts';
import { readSigner } from '../../../src/main/machine/formats/certificate/read-signer.ts';
import { parseCsv } from '../../../src/main/machine/formats/csv/parse-csv.ts';
import { readHiveFile } from '../../../src/main/machine/formats/hive/read-hive-file.ts';
import { parseInf } from '../../../src/main/machine/formats/inf/parse-inf.ts';
import { trustedRoots } from '../../../src/main/machine/formats/nss/trusted-roots.ts';
import { bytesAsSource } from '../../../src/main/machine/formats/pe/byte-source.ts';
import { readProgram } from '../../../src/main/machine/formats/pe/read-program.ts';
import { parsePolicyFile } from '../../../src/main/machine/formats/pol/parse-policy-file.ts';
import { parseRegFile } from '../../../src/main/machine/formats/reg/parse-reg-file.ts';
import { readTable } from '../../../src/main/machine/formats/sqlite/read-table.ts';
import { parseTask } from '../../../src/main/machine/formats/task/parse-task.ts';
import { decodeText } from '../../../src/main/machine/formats/text/decode-text.ts';
import { practiceComputers } from '../../../src/main/machine/practice/practice-computers.ts';
import { readKeptKey, writeKeptKey } from '../../../src/main/machine/quarantine/kept-key.ts';
import { readInventories } from '../../../src/main/machine/sources/file/read-inventory-file.ts';
import { parseMsiMessage } from '../../../src/main/machine/windows/worker/msi-message.ts';
import { readSmbios } from '../../../src/main/machine/windows/system/read-smbios.ts';
import { IdentityRedactor } from '../../../src/main/report/bundle/redact-identity.ts';
import { readTechnicianNotes } from '../../../src/main/session/technician-notes.ts';
import { defaultChoice } from '../../../src/shared/domain/plan/plan.ts';
import { parseCommandLine } from '../../../src/shared/windows/command-line.ts';
import { buildProgram } from '../pe-builder.ts';
import { signatures } from '../program-signatures.ts';
import { hiveLog, logEntry, notClosed, sealedEntry } from '../regf-log-writer.ts';
import { writeHive } from '../regf-writer.ts';
import { encodeRegFile, regFileText, regNumber, regText } from '../reg-writer.ts';
import { certificateBlob, rootCertificates } from '../root-certificates.ts';
import { recordOf } from '../run-samples.ts';
import { smbiosTable } from '../smbios-table.ts';

/** What reads something that others may have written: it may refuse anything, and throws at nothing. */
export interface Reader {
  /** Whole files of its format, of which damaged ones are made. */
  readonly samples: readonly Buffer[];
  readonly read: (bytes: Buffer) => unknown;
  /** How many of a hundred thousand inputs it gets. */
  readonly share: number;
}

/** Every reader of Cutover that reads bytes anywhere; `folder` is for those that read a file. */
export function readers(folder: string): Readonly<Record<string, Reader>> {
  const written = (name: string, bytes: Buffer): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  return {
    reg: { samples: regFiles, share: 15_500, read: (bytes) => parseRegFile(bytes) },
    hive: { samples: hives, share: 8000, read: (bytes) => readHiveFile(bytes, 'HKU\\S-1-5-21-1') },
    hiveLog: { samples: [log], share: 4000, read: replayed },
    policy: { samples: [policyFile()], share: 12_000, read: parsePolicyFile },
    certificate: {
      samples: Object.values(rootCertificates).map(certificateBlob),
      share: 12_000,
      read: (bytes) => {
        const der = parseCertificateBlob(bytes);
        return der === null ? null : readCertificate(der);
      },
    },
    program: {
      samples: programs,
      share: 8000,
      read: async (bytes) => await readProgram(bytesAsSource(bytes)),
    },
    signature: { samples: Object.values(signatures), share: 4000, read: readSigner },
    certificateStore: { samples: [firefoxStore], share: 3000, read: trustedRoots },
    table: { samples: [firefoxStore], share: 3000, read: (bytes) => readTable(bytes, 'nssPublic') },
    task: { samples: [task], share: 10_000, read: (bytes) => parseTask('\\x', decodeText(bytes)) },
    inf: { samples: [inf], share: 5000, read: (bytes) => parseInf(decodeText(bytes)) },
    csv: { samples: csvFiles, share: 5000, read: (bytes) => parseCsv(bytes.toString('utf8')) },
    command: {
      samples: commands,
      share: 10_000,
      read: (bytes) => parseCommandLine(bytes.toString('utf16le')),
    },
    installer: {
      samples: [Buffer.from('1: 2 2: 25 3: 0 4: 1 Action 10:15:00: RemoveFiles. Removing')],
      share: 10_000,
      read: (bytes) => parseMsiMessage((bytes[0] ?? 0) << 24, bytes.toString('latin1')),
    },
    firmware: { samples: [smbiosTable(['A', 'B', 'C'])], share: 8000, read: readSmbios },
    redactor: { samples: logs, share: 1000, read: (bytes) => redacted(bytes.toString('utf8')) },
    journal: {
      samples: [journal],
      share: 500,
      read: (bytes) => readJournal(written('journal.jsonl', bytes)),
    },
    kept: {
      samples: [keptKey(folder)],
      share: 500,
      read: (bytes) => readKeptKey(written('key.json', bytes), key),
    },
    record: {
      samples: [Buffer.from(JSON.stringify(recordOf()))],
      share: 500,
      read: (bytes) => {
        written('report.json', bytes);
        return readRunRecord(folder);
      },
    },
    notes: {
      samples: [Buffer.from('{"ticket":"T-1","technician":"Jo","customer":"Ann"}')],
      share: 500,
      read: (bytes) => {
        written('technician.json', bytes);
        return readTechnicianNotes(folder);
      },
    },
    inventory: {
      samples: [...inventories, ...regFiles, ...csvFiles],
      share: 500,
      read: async (bytes) => {
        const path = written('inventory.json', bytes);
        const read = await readInventories({ path, scope, collectedBy: 'fuzz' });
        for (const inventory of read.ok ? read.value : []) {
          plan(inventory, detect(inventory), { ...defaultChoice, all: true });
          protection(inventory);
        }
      },
    },
  };
}

const key = String.raw`HKLM\SOFTWARE\KasperskyLab\AVP21.19\environment`;
const environment = regFileText([
  {
    path: key.replace('HKLM', 'HKEY_LOCAL_MACHINE'),
    values: [
      regText('ProductName', 'Kaspersky'),
      regNumber('X', 5),
      regText('L', 'ä'.repeat(200), 7),
    ],
  },
]);
const regFiles = [
  encodeRegFile(environment, 'utf16le'),
  encodeRegFile(environment, 'utf8'),
  Buffer.from(
    'REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\x]\r\n"a"=hex(2):41,42,\\\r\n  43,00\r\n"b"=dword:00000001\r\n@="x"\r\n\r\n',
  ),
];
const vendor = {
  values: { a: 'b', c: 5, d: ['x', 'y'] },
  keys: { e: {}, f: { values: { '': 'z' } } },
};
const many = Array.from(
  { length: 60 },
  (_, n) => [`k${n}`, { values: { v: 'x'.repeat(n) } }] as const,
);
const hives = [
  writeHive({ keys: { Software: { keys: { KasperskyLab: vendor } } } }),
  writeHive({ keys: Object.fromEntries(many) }),
];
const [older, newer] = hives as [Buffer, Buffer];
const open = notClosed(older, 2);
const log = hiveLog(open, 2, [logEntry(2, older, newer), logEntry(3, newer, older)]);
const programs = [32, 64].map((bits) =>
  buildProgram({
    bits: bits === 32 ? 32 : 64,
    signature: signatures.vendor,
    versions: ['040904b0', '041904b0'].map((table) => [
      {
        table,
        strings: { CompanyName: 'AO Kaspersky Lab', ProductName: 'x', OriginalFilename: 'y' },
      },
    ]),
  }),
);
const firefoxStore = readFileSync(join(import.meta.dirname, '../fixtures/nss/cert9.db'));
const task = Buffer.from(
  '\u{FEFF}<?xml version="1.0" encoding="UTF-16"?><Task><RegistrationInfo><Author>KL</Author></RegistrationInfo><Actions><Exec><Command>C:\\x\\avp.exe</Command><Arguments>&amp; &#x41; /x</Arguments></Exec></Actions></Task>',
  'utf16le',
);
const inf = Buffer.from(
  '[Version]\r\nProvider=%KL%\r\n[Manufacturer]\r\n%KL%=M,NTamd64\r\n[M.NTamd64]\r\n"a, b"=S,kl_x,"y" ; z\r\n[S]\r\nAddService=x,2,\\\r\n y\r\n[Strings]\r\nKL="Kaspersky Lab"\r\n',
);
const csvFiles = [
  Buffer.from('Name,"Version",Publisher\r\n"Kaspersky ""Free""",21.3,AO Kaspersky Lab\r\nb,,\r\n'),
];
const commands = [
  String.raw`"C:\Program Files (x86)\Kaspersky Lab\X\unins000.exe" /S`,
  'MsiExec.exe /X{D0E6B1C4-27F9-4C35-B6A8-1F4E93C7A258} REMOVE=ALL',
  String.raw`C:\Program Files\Kaspersky Lab\KES\setup.exe /x "a b" \"c`,
].map((command) => Buffer.from(command, 'utf16le'));
const logs = [
  String.raw`C:\Users\marta\x 192.168.1.1 S-1-5-21-1-2-3 a@b.cd fe80::1 serial: ABCD1 host.local CORP\ann \\fs01\x$`,
].map((line) => Buffer.from(line));
const inventories = practiceComputers
  .slice(0, 2)
  .map(({ inventory }) => Buffer.from(JSON.stringify(inventory)));
const facts: readonly JournalFact[] = [
  {
    kind: 'runStarted',
    format: journalFormat,
    cutoverVersion: '0.1.0',
    runId: '20260101-000000-abcd',
    machineId: 'x',
    practice: true,
    choice: defaultChoice,
    dryRun: false,
  },
  { kind: 'runResumed', cutoverVersion: '0.1.0', starts: 2 },
];
const journal = Buffer.from(
  facts
    .map((fact, at) => encodeEntry({ sequence: at + 1, time: '2026-01-01T00:00:00.000Z', fact }))
    .map((line) => `${line}\n`)
    .join(''),
);

/** [MS-GPREG] 2.2.1, as Windows writes a policy. */
function policyFile(): Buffer {
  const text = (words: string): Buffer => Buffer.from(words, 'utf16le');
  const number = (value: number): Buffer => Buffer.from([value, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('PReg'),
    number(1),
    text('[Software\\Policies\\Microsoft\\Windows Defender\0;DisableAntiSpyware\0;'),
    number(4),
    text(';'),
    number(4),
    text(';'),
    number(1),
    text(']'),
  ]);
}

/** Once as it came, and once with the seals that a log needs to be believed. */
function replayed(bytes: Buffer): void {
  const sealed = Buffer.from(bytes);
  if (sealed.length > 1024) sealedEntry(sealed.subarray(512));
  for (const each of [bytes, sealed]) readHiveFile(open, 'HKU\\S-1-5-21-1', [each]);
}

function keptKey(folder: string): Buffer {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'sample.json');
  writeKeptKey(path, key, [{ path: '', values: [] }]);
  return readFileSync(path);
}

function redacted(text: string): string {
  const redactor = new IdentityRedactor([{ kind: 'person', name: 'marta' }]);
  redactor.learn(text);
  redactor.learnAccounts(text);
  return redactor.redact(text);
}
