/** Bytes. A string of Node holds about 512 million letters. */
export const largestExport = 512 * 1024 * 1024;
