/** An SMBIOS table with one structure, as `GetSystemFirmwareTable` gives it; 1 is "System Information". */
export function smbiosTable(strings: readonly string[], type = 1): Buffer {
  const fixed = Buffer.alloc(27);
  fixed.writeUInt8(type, 0);
  fixed.writeUInt8(fixed.length, 1);
  strings.forEach((_, index) => fixed.writeUInt8(index + 1, 4 + (index === 2 ? 3 : index)));
  const bios = Buffer.concat([Buffer.from([0, 4, 0, 0]), Buffer.from('Maker of the BIOS\0\0')]);
  const own = Buffer.concat([fixed, Buffer.from(`${strings.join('\0')}\0\0`)]);
  const header = Buffer.alloc(8);
  header.writeUInt32LE(bios.length + own.length, 4);
  return Buffer.concat([header, bios, own]);
}
