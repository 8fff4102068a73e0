/** Runs on the Windows of the lab: lets the shell start a program as administrator, and says how that went. */
import { readFileSync } from 'node:fs';
import { stayAwake } from '../../../src/main/machine/windows/ffi/power.ts';
import {
  type ElevationRequest,
  startElevated,
} from '../../../src/main/machine/windows/files/start-elevated.ts';

const requests = JSON.parse(readFileSync(0, 'utf8')) as readonly Omit<ElevationRequest, 'owner'>[];
const mayRest = stayAwake();
const ends: unknown[] = [];
for (const request of requests) ends.push(await startElevated({ ...request, owner: null }));
mayRest();
console.log(JSON.stringify(ends));
process.exit(0);
