/** Runs on the Windows of the lab: asks the Security Center, and ends although a call may never come back. */
import { readFileSync } from 'node:fs';
import { collectSecurityProducts } from '../../../src/main/machine/sources/windows/security-products.ts';

const { limitMs = 5_000 } = JSON.parse(readFileSync(0, 'utf8')) as { readonly limitMs?: number };
const section = await collectSecurityProducts(limitMs);
console.log(JSON.stringify(section));
process.exit(0);
