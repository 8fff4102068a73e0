/**
 * The four files of the package that are used, with what is taken from them. Its whole is four times as much and
 * starts a helper process when it is loaded.
 */
declare module 'systeminformation/lib/system.js' {
  export function system(): Promise<{
    readonly manufacturer: string;
    readonly model: string;
    readonly virtual: boolean;
  }>;
}

declare module 'systeminformation/lib/filesystem.js' {
  export function fsSize(): Promise<
    readonly { readonly mount: string; readonly size: number; readonly available: number }[]
  >;
}

declare module 'systeminformation/lib/battery.js' {
  export default function battery(): Promise<{
    readonly hasBattery: boolean;
    readonly percent: number;
    readonly isCharging: boolean;
    readonly acConnected: boolean;
  }>;
}

declare module 'systeminformation/lib/util.js' {
  /** Finds PowerShell in the folder of Windows; without it the first one on the search path is taken. */
  export function getPowershell(): void;
}
