/**
 * The one file of the package that is used, with what is taken from it. Almost everything else in it starts a
 * PowerShell on Windows, which a variable of the person would choose.
 */
declare module 'systeminformation/lib/osinfo.js' {
  export function time(): {
    /** Milliseconds since 1970. */
    readonly current: number;
    /** Seconds since the system was started. */
    readonly uptime: number;
  };
}
