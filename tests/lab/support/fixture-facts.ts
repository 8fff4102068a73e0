/** What tests need to know about the simulated products. */

export const productCodes = {
  kes: '{C9EF800D-54AA-4F60-AB96-5A3966550F53}',
  home: '{2B7F3E51-8C0A-4D6E-9B1F-21A3C0D9E801}',
  vpn: '{5D3A1C20-0001-4A1B-8C2D-3E4F5A6B7C01}',
  agent: '{0F05E4E5-0001-4A1B-8C2D-3E4F5A6B7C01}',
  liar: '{7A6B20D0-0001-4A1B-8C2D-3E4F5A6B7C01}',
  restart: '{3C9E4F10-0001-4A1B-8C2D-3E4F5A6B7C01}',
} as const;

export const passwords = {
  kes: { user: 'KLAdmin', password: 'Lab-Secret-1' },
  agent: { password: 'Агент-2' },
} as const;
