import { Permissions } from './permissions.ts';
import { protocol } from './protocol.ts';
import { recordCall } from './recorded-calls.ts';
import { WebRequest } from './web-request.ts';

/** Electron's default session; the stand-in has no other. */
class Session {
  readonly webRequest = new WebRequest();
  readonly protocol = protocol;
  /** For windows. */
  readonly permissions = new Permissions();

  setPermissionRequestHandler(handler: Parameters<Permissions['setRequestHandler']>[0]): void {
    this.permissions.setRequestHandler(handler);
  }

  setPermissionCheckHandler(handler: Parameters<Permissions['setCheckHandler']>[0]): void {
    this.permissions.setCheckHandler(handler);
  }

  // No page of the stand-in can see a device, so there is nothing to grant.
  setDevicePermissionHandler(): void {}

  setDisplayMediaRequestHandler(): void {}

  setSpellCheckerEnabled(enabled: boolean): void {
    recordCall('session.setSpellCheckerEnabled', [enabled]);
  }

  // Chromium's profile lives only as long as the app.
  clearCache(): Promise<void> {
    return Promise.resolve();
  }

  clearStorageData(): Promise<void> {
    return Promise.resolve();
  }

  on(): this {
    return this;
  }
}

export const session = { defaultSession: new Session() };
