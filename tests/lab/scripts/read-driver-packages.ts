/** Runs on the Windows of the lab: tells which packages of the vendor its driver store has. */
import { scope } from '../../../src/main/catalog/scope.ts';
import { collectDriverPackages } from '../../../src/main/machine/sources/windows/driver-packages.ts';
import { WindowsRegistry } from '../../../src/main/machine/windows/system/windows-registry.ts';

process.stdout.write(JSON.stringify(collectDriverPackages(new WindowsRegistry(), scope.hints)));
