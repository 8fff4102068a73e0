/**
 * A password as the Network Agent wants it in `KLUNINSTPASSWD`: every byte of its UTF-16LE form as two hex
 * digits, so `A` becomes `4100`. This is a way of writing, not a protection. Two public deployment scripts
 * for the agent agree on it.
 */
export function encodeHexPassword(password: string): string {
  let hex = '';
  for (let index = 0; index < password.length; index += 1) {
    const unit = password.charCodeAt(index);
    hex += hexByte(unit & 0xff) + hexByte(unit >> 8);
  }
  return hex;
}

function hexByte(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
