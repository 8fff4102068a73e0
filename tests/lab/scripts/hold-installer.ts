/** Runs on the Windows of the lab: owns the mutex of Windows Installer, as an installation does, until it is ended. */
import koffi from 'koffi';

const kernel32 = koffi.load('kernel32.dll');
const create = kernel32.func('void * __stdcall CreateMutexW(void *security, int own, str16 name)');
create(null, 1, 'Global\\_MSIExecute');
console.log('held');
setInterval(() => {}, 60_000);
