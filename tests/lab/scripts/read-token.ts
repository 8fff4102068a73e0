/** Runs on the Windows of the lab: what the process may do, and whether looking past access lists leaves a trace. */
import { withBackupPrivilege } from '../../../src/main/machine/windows/system/backup-privilege.ts';
import { elevation } from '../../../src/main/machine/windows/system/elevation.ts';

console.log(JSON.stringify({ elevation: elevation(), ran: withBackupPrivilege(() => 'ran') }));
