import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { FixtureName } from '../lab/support/fixture-table.ts';
import { LabMachine } from '../lab/support/lab-machine.ts';
import { projectFolder } from '../lab/support/lab-paths.ts';
import { regFileText, regNumber, regText } from '../support/reg-writer.ts';
import { uninstallPaths, writtenPrograms } from './uninstall-registry.ts';

/** What the readers import comes along: the parser of tasks with what it needs itself. */
const placed = [
  'src',
  'tests/bench',
  'tests/support/section-times.ts',
  'package.json',
  ...[
    'zod',
    'fast-xml-parser',
    'fast-xml-builder',
    '@nodable/entities',
    'is-unsafe',
    'path-expression-matcher',
    'strnum',
    'anynum',
    'xml-naming',
  ].map((name) => `node_modules/${name}`),
];

/** A lab machine with the sources, the scripts of the bench and the registry that everything is measured on. */
export async function labComputer(...products: readonly FixtureName[]): Promise<LabMachine> {
  const machine = await LabMachine.create();
  await machine.install(...products);
  for (const folder of placed) {
    const windowsPath = `C:\\cutover\\${folder.replaceAll('/', '\\')}`;
    await cp(join(projectFolder, folder), machine.toLinux(windowsPath), { recursive: true });
  }
  await machine.importReg(writtenRegistry());
  return machine;
}

/** Runs a script of the bench on the machine; input and output are JSON. */
export async function runBenchScript(
  machine: LabMachine,
  name: string,
  input: object,
): Promise<unknown> {
  const script = `C:\\cutover\\tests\\bench\\windows\\${name}.ts`;
  const { exitCode, stdout, stderr } = await machine.node(['--expose-gc', script], {
    stdin: JSON.stringify(input),
    timeoutMs: 120_000,
  });
  if (exitCode !== 0) throw new Error(`${name} ended with ${exitCode}: ${stderr.slice(0, 500)}`);
  return JSON.parse(stdout);
}

function writtenRegistry(): string {
  return regFileText(
    writtenPrograms.map(({ view, keyName, values }) => ({
      path: `${uninstallPaths[view]}\\${keyName}`.replace('HKLM', 'HKEY_LOCAL_MACHINE'),
      values: Object.entries(values).map(([name, data]) =>
        typeof data === 'number' ? regNumber(name, data) : regText(name, data),
      ),
    })),
  );
}
