/** Runs on the Windows of the lab: reads the whole computer, with the scope that comes in over standard input. */
import { readFileSync } from 'node:fs';
import { sectionTimes } from '../../support/section-times.ts';
import { readWindows } from '../../../src/main/machine/sources/windows/read-windows.ts';
import { scope as usualScope } from '../../../src/main/catalog/scope.ts';
import type { Scope } from '../../../src/shared/domain/scope.ts';

const changes = JSON.parse(readFileSync(0, 'utf8')) as Partial<Scope>;
const times: Record<string, number> = {};
const start = performance.now();
const inventory = await readWindows({
  scope: { ...usualScope, ...changes },
  collectedBy: 'lab',
  onProgress: sectionTimes((name, milliseconds) => {
    times[name] = Math.round(milliseconds);
  }),
});
const total = Math.round(performance.now() - start);
const peakKilobytes = process.resourceUsage().maxRSS;
console.log(JSON.stringify({ inventory, times, total, peakKilobytes }));
