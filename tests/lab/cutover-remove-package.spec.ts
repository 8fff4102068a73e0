import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Inventory } from '../../src/shared/domain/inventory.ts';
import { ensureCertificates, sign } from './support/certificates.ts';
import { command } from './support/command.ts';
import { type Ran, outcomes, ranOn, removeOn } from './support/cutover-run.ts';
import { passwords, productCodes } from './support/fixture-facts.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { runScript } from './support/lab-scripts.ts';
import { newMachine, noLab } from './support/lab-spec.ts';

const name = 'Kaspersky Endpoint Security for Windows';
const program = `C:\\Program Files\\Kaspersky Lab\\${name}\\avp.exe`;

const others = ['other.msi', 'strangers.msi', 'unsigned.msi', 'text.msi'];

describe.skipIf(noLab)('a product of which Windows has lost the package', () => {
  test('stays with any other package, and goes with the original one, also when it is killed meanwhile', async () => {
    const machine = await newMachine('kes');
    const place = await losePackage(machine);
    await handOut(machine);
    const wrong = await removeWith(machine, ...others);
    const stayed = [machine.exists(program), machine.exists(place)];
    const right = await killedAndResumed(machine, 'other.msi', 'original.msi');
    expect([outcomes(wrong), whyRefused(wrong), stayed]).toEqual([
      [[name, 'failed', null]],
      [
        'package.otherProduct',
        'package.foreign',
        'package.signature.unsigned',
        'package.noPackage',
      ],
      [true, false],
    ]);
    expect([outcomes(right), right.record.starts]).toEqual([[[name, 'removed', 0]], 2]);
    expect([machine.exists(program), machine.exists(place)]).toEqual([false, false]);
    expect(wrong.output + right.output).not.toContain(passwords.kes.password);
  });
});

/** Takes away the package that Windows Installer keeps; where it was. */
async function losePackage(machine: LabMachine): Promise<string> {
  const { inventory } = (await runScript(machine, 'read-inventory', {})) as {
    readonly inventory: Inventory;
  };
  const product = inventory.installerProducts.items.find(
    ({ productCode }) => productCode === productCodes.kes,
  );
  const place = product?.localPackage ?? '';
  await command('rm', [machine.toLinux(place)]);
  return place;
}

/** The original package, the same signed by somebody else and by nobody, one of another product, and none at all. */
async function handOut(machine: LabMachine): Promise<void> {
  const packageOf = (fixture: string) => join(machine.lab.fixtures, fixture, 'product.msi');
  const original = packageOf('kes');
  await machine.writeFile('C:\\handed\\original.msi', await readFile(original));
  await machine.writeFile('C:\\handed\\other.msi', await readFile(packageOf('restart')));
  await machine.writeFile('C:\\handed\\text.msi', 'no package');
  await machine.writeFile('C:\\kes.txt', `${passwords.kes.password}\r\n`);
  const bare = ['remove-signature', '-in', original, '-out'];
  const strangers = machine.toLinux('C:\\handed\\strangers.msi');
  await command('osslsigncode', [...bare, machine.toLinux('C:\\handed\\unsigned.msi')]);
  await command('osslsigncode', [...bare, strangers]);
  await sign(await ensureCertificates(), 'innocent', strangers);
}

const quick = ['--password-file', 'C:\\kes.txt', '--protection-wait', '0'];

async function removeWith(machine: LabMachine, ...files: readonly string[]): Promise<Ran> {
  return removeOn(machine, [...handedIn(files), '--keep-remains', ...quick]);
}

/** Killed with its worker in the middle of the removal; who goes on hands nothing in any more. */
async function killedAndResumed(machine: LabMachine, ...files: readonly string[]): Promise<Ran> {
  const removal = ['remove', '--unattended', ...handedIn(files), '--keep-remains', ...quick];
  const running = await machine.startCutover(removal);
  await running.printed('Step 1 of 1');
  await running.kill('tree');
  return await ranOn(machine, ['resume', ...quick]);
}

function handedIn(files: readonly string[]): readonly string[] {
  return files.flatMap((file) => ['--package', `C:\\handed\\${file}`]);
}

/** What speaks against each package, by the id of its words. */
function whyRefused({ record }: Ran): readonly unknown[] {
  return record.steps.flatMap(({ message }) =>
    message.flatMap(({ id, values }) => {
      const why = id === 'package.refused' ? values?.['why'] : undefined;
      return typeof why === 'object' && 'id' in why ? [why.id] : [];
    }),
  );
}
