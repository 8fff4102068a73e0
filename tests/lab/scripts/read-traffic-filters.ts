/** Runs on the Windows of the lab: tells what of the vendor its filtering platform has, and ends although a call may never come back. */
import { readFileSync } from 'node:fs';
import { scope } from '../../../src/main/catalog/scope.ts';
import { collectTrafficFilters } from '../../../src/main/machine/sources/windows/network/traffic-filters.ts';

const { limitMs = 5_000 } = JSON.parse(readFileSync(0, 'utf8')) as { readonly limitMs?: number };
const section = await collectTrafficFilters(scope, limitMs);
process.stdout.write(JSON.stringify(section), () => process.exit(0));
