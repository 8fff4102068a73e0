import type { LabMachine } from './lab-machine.ts';

const services = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';

/** The key of a service without what Wine's own service manager notes there whenever a service is changed. */
export async function readService(machine: LabMachine, name: string) {
  const values = await machine.readReg(`${services}\\${name}`);
  return Object.fromEntries(
    Object.entries(values ?? {}).filter(([value]) => value !== 'PreshutdownTimeout'),
  );
}
