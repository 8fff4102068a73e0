/** Runs on the Windows of the lab: owns the mutex of Windows Installer for the milliseconds it is given, as an installation does. */
import koffi from 'koffi';

const kernel32 = koffi.load('kernel32.dll');
const create = kernel32.func('void * __stdcall CreateMutexW(void *security, int own, str16 name)');
create(null, 1, 'Global\\_MSIExecute');
console.log('held');
setTimeout(() => process.exit(0), Number(process.argv[2]));
