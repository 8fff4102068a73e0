interface Bystander {
  readonly image: string;
  readonly why: string;
}

const browser = 'opened with a farewell page and stays open as long as the person likes';
const shell = 'belongs to Windows and outlives every program that started it';

/**
 * Programs that an uninstaller may start and that are no part of its work: they are neither waited for nor ended.
 */
const bystanders: readonly Bystander[] = [
  { image: 'msedge.exe', why: browser },
  { image: 'chrome.exe', why: browser },
  { image: 'firefox.exe', why: browser },
  { image: 'iexplore.exe', why: browser },
  { image: 'opera.exe', why: browser },
  { image: 'brave.exe', why: browser },
  { image: 'vivaldi.exe', why: browser },
  { image: 'browser.exe', why: browser },
  { image: 'explorer.exe', why: shell },
  { image: 'conhost.exe', why: shell },
  { image: 'openwith.exe', why: shell },
  { image: 'werfault.exe', why: 'reports a crash and may wait for the person' },
];

const images: ReadonlySet<string> = new Set(bystanders.map((row) => row.image));

/** True for a program that does not belong to the work of the uninstaller that started it. */
export function isBystander(image: string): boolean {
  return images.has(image.toLowerCase());
}
