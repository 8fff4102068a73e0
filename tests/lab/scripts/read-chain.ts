/** Runs on the Windows of the lab: reads how far the signer of a file leads, and lets Windows look for its root. */
import { readFileSync } from 'node:fs';
import { askForRoot, findSigner } from '../../../src/main/machine/windows/files/signer.ts';
import { verifyFile } from '../../../src/main/machine/windows/files/verify-trust.ts';

const { path } = JSON.parse(readFileSync(0, 'utf8')) as { readonly path: string };
const { code, at } = await verifyFile(path);
const chain = findSigner(path, at)?.chain;
const year =
  at === null ? null : new Date(Number(at.readBigInt64LE() / 10_000n) - 11_644_473_600_000);
const asked = [await askForRoot(path), await askForRoot(path)];
const end = chain?.end?.toString('hex') ?? null;
console.log(
  JSON.stringify({ code, state: chain?.state, end, year: year?.getUTCFullYear(), asked }),
);
