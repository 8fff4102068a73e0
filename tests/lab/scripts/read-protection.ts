/** Runs on the Windows of the lab: reads what the verdict on protection needs, with the time of each part. */
import { scope } from '../../../src/main/catalog/scope.ts';
import { sectionTimes } from '../../support/section-times.ts';
import { readWindows } from '../../../src/main/machine/sources/windows/read-windows.ts';

const times: Record<string, number> = {};
const start = performance.now();
const inventory = await readWindows({
  scope,
  collectedBy: 'lab',
  only: [
    'services',
    'processes',
    'files',
    'securityProducts',
    'wmiSecurityProducts',
    'defender',
    'defenderStatus',
    'amsiProviders',
  ],
  onProgress: sectionTimes((name, milliseconds) => {
    times[name] = Math.round(milliseconds);
  }),
});
const total = Math.round(performance.now() - start);
console.log(JSON.stringify({ inventory, times, total }));
process.exit(0);
