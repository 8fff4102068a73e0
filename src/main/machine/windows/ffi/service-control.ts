import type { KoffiFunc } from 'koffi';
import { promisify } from 'node:util';
import { advapi32 } from './advapi32.ts';
import { kernel32 } from './kernel32.ts';
import { lazyLibrary, type Pointer } from './library.ts';
import { toWide } from './wide-string.ts';

/** Source: Microsoft, Windows SDK header `winsvc.h`. */
const serviceFunctions = lazyLibrary('advapi32.dll', (library) => ({
  OpenServiceW: library.func(
    'void * __stdcall OpenServiceW(void *manager, void *name, uint32 access)',
  ) as KoffiFunc<(manager: Pointer, name: Buffer, access: number) => Pointer>,
  StartServiceW: library.func(
    'int __stdcall StartServiceW(void *service, uint32 count, void *args)',
  ) as KoffiFunc<(service: Pointer, count: number, args: null) => number>,
  QueryServiceStatus: library.func(
    'int __stdcall QueryServiceStatus(void *service, void *status)',
  ) as KoffiFunc<(service: Pointer, status: Uint32Array) => number>,
  QueryServiceConfigW: library.func(
    'int __stdcall QueryServiceConfigW(void *service, void *config, uint32 size, void *needed)',
  ) as KoffiFunc<(service: Pointer, config: Buffer, size: number, needed: Uint32Array) => number>,
  CreateServiceW: library.func(
    'void * __stdcall CreateServiceW(void *manager, void *name, void *displayName, uint32 access, uint32 type, uint32 start, uint32 errorControl, void *path, void *group, void *tag, void *dependencies, void *account, void *password)',
  ) as KoffiFunc<
    (
      manager: Pointer,
      name: Buffer,
      displayName: null,
      access: number,
      type: number,
      start: number,
      errorControl: number,
      path: Buffer,
      group: null,
      tag: null,
      dependencies: null,
      account: null,
      password: null,
    ) => Pointer
  >,
  DeleteService: library.func('int __stdcall DeleteService(void *service)') as KoffiFunc<
    (service: Pointer) => number
  >,
  ChangeServiceConfigW: library.func(
    'int __stdcall ChangeServiceConfigW(void *service, uint32 type, uint32 start, uint32 errorControl, void *path, void *group, void *tag, void *dependencies, void *account, void *password, void *displayName)',
  ) as KoffiFunc<
    (
      service: Pointer,
      type: number,
      start: number,
      errorControl: number,
      path: null,
      group: null,
      tag: null,
      dependencies: null,
      account: null,
      password: null,
      displayName: null,
    ) => number
  >,
}));

export type ServiceStatus = 'stopped' | 'starting' | 'running' | 'other';

const connect = 0x1;
const create = 0x2;
const access = {
  queryConfig: 0x1,
  changeConfig: 0x2,
  queryStatus: 0x4,
  start: 0x10,
  delete: 0x10000,
} as const;
const noChange = 0xffffffff;
const states: Readonly<Record<number, ServiceStatus>> = {
  1: 'stopped',
  2: 'starting',
  4: 'running',
};
/** A QUERY_SERVICE_CONFIG with its texts is at most this long (Microsoft). */
const longestConfig = 8_192;

/** `SERVICE_BOOT_START` and so on; a Windows error number where it cannot be read. */
export function readServiceStart(name: string): { value: number } | { code: number } {
  return withService(name, access.queryConfig, (service) => {
    const config = Buffer.alloc(longestConfig);
    const { QueryServiceConfigW } = serviceFunctions();
    const read = QueryServiceConfigW(service, config, config.length, new Uint32Array(1));
    return read === 0 ? lastError() : { value: config.readUInt32LE(4) };
  });
}

/** Changes how a service starts and nothing else; 0 or a Windows error number. */
export function changeServiceStart(name: string, start: number): number {
  const changed = withService(name, access.changeConfig, (service) => {
    const { ChangeServiceConfigW } = serviceFunctions();
    const rest = [null, null, null, null, null, null, null] as const;
    const done = ChangeServiceConfigW(service, noChange, start, noChange, ...rest);
    return done === 0 ? lastError() : { value: 0 };
  });
  return 'code' in changed ? changed.code : 0;
}

/** Takes a service off the list of Windows; 0 or a Windows error number. While it is in use it stays until the restart. */
export function deleteService(name: string): number {
  const deleted = withService(name, access.delete, (service) =>
    serviceFunctions().DeleteService(service) === 0 ? lastError() : { value: 0 },
  );
  return 'code' in deleted ? deleted.code : 0;
}

/** What a driver is registered with. Numbers as Windows has them. */
export interface DriverConfig {
  readonly type: number;
  readonly start: number;
  readonly errorControl: number;
  readonly imagePath: string;
}

/** Puts a driver on the list of Windows; 0 or a Windows error number. */
export function createDriverService(name: string, config: DriverConfig): number {
  const manager = advapi32().OpenSCManagerW(null, null, connect | create);
  if (manager === null) return kernel32().GetLastError();
  const { type, start, errorControl } = config;
  const path = toWide(config.imagePath);
  const rest = [null, null, null, null, null] as const;
  const service = serviceFunctions().CreateServiceW(
    manager,
    toWide(name),
    null,
    access.queryStatus,
    type,
    start,
    errorControl,
    path,
    ...rest,
  );
  const code = service === null ? kernel32().GetLastError() : 0;
  if (service !== null) advapi32().CloseServiceHandle(service);
  advapi32().CloseServiceHandle(manager);
  return code;
}

export function serviceStatus(name: string): { value: ServiceStatus } | { code: number } {
  return withService(name, access.queryStatus, (service) => {
    const status = new Uint32Array(7);
    const read = serviceFunctions().QueryServiceStatus(service, status);
    return read === 0 ? lastError() : { value: states[status[1] ?? 0] ?? 'other' };
  });
}

/**
 * Asks for a start; 0 or a Windows error number. In a background thread, because the service control manager can wait
 * half a minute for a service that does not answer.
 */
export async function startServiceNow(name: string): Promise<number> {
  const manager = advapi32().OpenSCManagerW(null, null, connect);
  if (manager === null) return kernel32().GetLastError();
  const service = serviceFunctions().OpenServiceW(manager, toWide(name), access.start);
  const error = service === null ? kernel32().GetLastError() : await startOpened(service);
  if (service !== null) advapi32().CloseServiceHandle(service);
  advapi32().CloseServiceHandle(manager);
  return error;
}

const unexplained = 1053;

/** The error number of a call in another thread is not ours to ask for; it is asked by calling once more. */
async function startOpened(service: Pointer): Promise<number> {
  const { StartServiceW } = serviceFunctions();
  const begin = promisify(StartServiceW.async);
  const begun: number = await begin(service, 0, null);
  if (begun !== 0) return 0;
  const again = StartServiceW(service, 0, null);
  return again === 0 ? kernel32().GetLastError() || unexplained : 0;
}

function withService<T>(
  name: string,
  wanted: number,
  use: (service: Pointer) => { value: T } | { code: number },
): { value: T } | { code: number } {
  const manager = advapi32().OpenSCManagerW(null, null, connect);
  if (manager === null) return lastError();
  const service = serviceFunctions().OpenServiceW(manager, toWide(name), wanted);
  const result = service === null ? lastError() : use(service);
  if (service !== null) advapi32().CloseServiceHandle(service);
  advapi32().CloseServiceHandle(manager);
  return result;
}

function lastError(): { code: number } {
  return { code: kernel32().GetLastError() };
}
