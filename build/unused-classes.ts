import { faultsOf, readComponents, readSheets } from './styles/sheets.ts';

const faults = faultsOf(readSheets(), readComponents());
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
