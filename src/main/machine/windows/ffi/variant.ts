/** Bytes of a VARIANT in a 64-bit process. Source: Microsoft, Windows SDK header `oaidl.h`. */
export const variantSize = 24;

/** A property of a WMI object. Dates are ISO 8601; null is "no value", also for a date that means "never". */
export type WbemValue = string | number | boolean | null;

/** `CIMTYPE_ENUMERATION`. Source: Microsoft, Windows SDK header `wbemcli.h`. */
const cim = { sint64: 20, uint64: 21, uint32: 19, dateTime: 101 } as const;

type Reader = (variant: Buffer) => number | boolean | null;

/** By `VARENUM`. Source: Microsoft, Windows SDK header `wtypes.h`. The value begins at byte 8. */
const readers: Readonly<Record<number, Reader>> = {
  0: () => null,
  1: () => null,
  2: (variant) => variant.readInt16LE(8),
  3: (variant) => variant.readInt32LE(8),
  4: (variant) => variant.readFloatLE(8),
  5: (variant) => variant.readDoubleLE(8),
  11: (variant) => variant.readInt16LE(8) !== 0,
  16: (variant) => variant.readInt8(8),
  17: (variant) => variant.readUInt8(8),
  18: (variant) => variant.readUInt16LE(8),
  19: (variant) => variant.readUInt32LE(8),
};
const bstr = 8;

/**
 * The value of a VARIANT as WMI fills it: unsigned 32-bit numbers arrive as signed ones, 64-bit numbers and dates as
 * texts (Microsoft: WMI docs, "Numbers"). Undefined for a type that no property of interest has, such as an array.
 */
export function decodeVariant(
  variant: Buffer,
  cimType: number,
  textOf: (pointer: bigint) => string,
): WbemValue | undefined {
  const type = variant.readUInt16LE(0);
  if (type === bstr) return decodeText(textOf(variant.readBigUInt64LE(8)), cimType);
  const value = readers[type]?.(variant);
  return typeof value === 'number' && cimType === cim.uint32 ? value >>> 0 : value;
}

function decodeText(text: string, cimType: number): WbemValue {
  if (cimType === cim.dateTime) return decodeDate(text);
  const isNumber = cimType === cim.sint64 || cimType === cim.uint64;
  return isNumber && /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text))
    ? Number(text)
    : text;
}

/** `yyyymmddHHMMSS.mmmmmm` and the distance from UTC in minutes. Microsoft: WMI docs, "CIM_DATETIME". */
const dateFormat = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{3})\d{3}([+-]\d{3})$/;
/** Windows counts time from this year on, so it stands for a date that was never set. */
const yearOfNever = 1601;

/** What is no point in time, such as a duration, stays as it is. */
function decodeDate(text: string): string | null {
  const numbers = dateFormat.exec(text)?.slice(1).map(Number);
  if (numbers === undefined) return text;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0, offset = 0] =
    numbers;
  if (year === yearOfNever) return null;
  const time = new Date(Date.UTC(year, month - 1, day, hour, minute - offset, second, ms));
  return Number.isNaN(Number(time)) ? text : time.toISOString();
}
