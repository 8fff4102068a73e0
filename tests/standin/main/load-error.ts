/** How Electron rejects `loadURL`. */
export interface LoadError extends Error {
  readonly code: string;
  readonly errno: number;
  readonly url: string;
}

// Chromium's net_error_list.h, as far as tests meet them.
const numbers: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_UNKNOWN_URL_SCHEME: -302,
};

/** @param errorText Chromium's text, such as `net::ERR_ABORTED`. */
export function loadError(errorText: string, url: string): LoadError {
  const code = errorText.replace(/^net::/, '');
  const errno = numbers[code] ?? -2;
  return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url });
}
