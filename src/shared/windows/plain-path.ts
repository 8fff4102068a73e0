/**
 * Whether a path means exactly one file or folder, by the letters it is written with: it begins at a drive, and has no
 * part that Windows would take for something else (a stream, a variable, a short name, a device, a wildcard, a folder
 * above, a name whose last dot or blank is dropped). Microsoft: win32 docs, "Naming Files, Paths, and Namespaces".
 */
export function isPlainPath(path: string): boolean {
  return /^[a-z]:\\/i.test(path) && path.slice(3).split('\\').every(isPlainName);
}

function isPlainName(name: string): boolean {
  return (
    !/^$|^ |[. ]$|[/:*?"<>|%~]/.test(name) && !deviceName.test(name) && ![...name].some(isControl)
  );
}

/** Devices keep their names in every folder, and with anything behind a dot. */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i;

function isControl(character: string): boolean {
  return character < ' ' || (character >= '\x7f' && character <= '\x9f');
}
