/** What the bit field of a WMI row says. A value that nobody has described is `unknown`, never on or off. */
export interface ProductState {
  readonly state: 'on' | 'off' | 'snoozed' | 'expired' | 'unknown';
  readonly signatures: 'upToDate' | 'outOfDate' | 'unknown';
  readonly owner: 'microsoft' | 'other' | 'unknown';
}

/**
 * Decodes `productState` of `root\SecurityCenter2`: 0xF000 is the state, 0x0F00 whose product it is, 0xF0 the age
 * of the signatures. Microsoft has not documented it (sources: Idera PowerTips 2020-09-07; glpi-agent,
 * Inventory/Win32/AntiVirus.pm; Stack Overflow 4700897, 34 products on 10,000 computers).
 */
export function decodeProductState(value: number): ProductState {
  const bits = Number.isInteger(value) && value >= 0 && value <= 0xff_ff_ff ? value : null;
  const part = (mask: number) => (bits === null ? -1 : bits & mask);
  return {
    state: states[part(0xf000)] ?? 'unknown',
    owner: owners[part(0x0f00)] ?? 'unknown',
    signatures: signatures[part(0x00f0)] ?? 'unknown',
  };
}

const states: Readonly<Record<number, ProductState['state']>> = {
  0x0000: 'off',
  0x1000: 'on',
  0x2000: 'snoozed',
  0x3000: 'expired',
};
const owners: Readonly<Record<number, ProductState['owner']>> = {
  0x000: 'other',
  0x100: 'microsoft',
};
const signatures: Readonly<Record<number, ProductState['signatures']>> = {
  0x00: 'upToDate',
  0x10: 'outOfDate',
};
