import { existsSync } from 'node:fs';

/** Debian's two. The first has no window of its own, which nobody would see here, and starts in half the time. */
const debian = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'] as const;

/** The Chromium that stands behind the windows, or null where there is none. */
export function chromiumProgram(): string | null {
  return process.env['STANDIN_CHROMIUM'] ?? debian.find((path) => existsSync(path)) ?? null;
}
