/** Runs on the Windows of the lab: what the process may do, and whether looking past access lists leaves a trace. */
import { withBackupPrivilege } from '../../../src/main/machine/windows/collect/backup-privilege.ts';
import { elevation } from '../../../src/main/machine/windows/collect/elevation.ts';

console.log(JSON.stringify({ elevation: elevation(), ran: withBackupPrivilege(() => 'ran') }));
