/**
 * Refuses to go on where the Windows API cannot be called. The structures in this folder are laid out for
 * 64-bit processes, and a 32-bit process would see a redirected registry and file system.
 */
export function assertWindows(
  platform: string = process.platform,
  architecture: string = process.arch,
): void {
  if (platform !== 'win32') {
    throw new Error(
      `This part of Cutover reads a Windows computer and cannot run on ${platform}. ` +
        'Read an inventory that was collected on Windows instead.',
    );
  }
  if (architecture !== 'x64' && architecture !== 'arm64') {
    throw new Error(
      `This is a 32-bit build (${architecture}) and would see only a part of Windows. Use the 64-bit build.`,
    );
  }
}
