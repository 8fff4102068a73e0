interface CodeMeaning {
  readonly code: number;
  readonly says: string;
}

/**
 * What the return codes of Windows Installer that a removal can end with mean to a person.
 * Source: Microsoft, win32 docs, "MsiExec.exe and InstMsi.exe error messages".
 */
const meanings: readonly CodeMeaning[] = [
  { code: 13, says: 'The stored package of the product is damaged.' },
  { code: 1601, says: 'The Windows Installer service could not be reached.' },
  { code: 1602, says: 'The removal was cancelled and undone.' },
  {
    code: 1603,
    says:
      'The uninstaller gave up without saying why. A missing or wrong password, the self-defence of the product ' +
      'or a file in use are the usual reasons; the log of the installer has the details.',
  },
  { code: 1604, says: 'The removal was suspended and is not complete.' },
  { code: 1605, says: 'Windows Installer does not know the product: it is already gone.' },
  { code: 1610, says: 'The registration of the product in Windows Installer is damaged.' },
  {
    code: 1612,
    says: 'The package that the product was installed from is missing, and it is needed for the removal.',
  },
  { code: 1614, says: 'The product is already uninstalled.' },
  {
    code: 1618,
    says: 'Another installation kept Windows Installer busy. Nothing was changed; try again when it has finished.',
  },
  { code: 1619, says: 'The stored package of the product could not be opened.' },
  { code: 1620, says: 'The stored package of the product is not valid.' },
  { code: 1622, says: 'The log file of the installer could not be written.' },
  { code: 1625, says: 'A policy of this computer forbids the removal.' },
  { code: 1627, says: 'A program that the uninstaller started has failed.' },
  { code: 1632, says: 'The temporary folder is full or cannot be written.' },
  { code: 1639, says: 'The uninstaller did not accept the properties it was given.' },
  { code: 1649, says: 'A policy or the package itself does not allow the removal.' },
  {
    code: 1652,
    says: 'Windows Installer does not work in safe mode. Start Windows normally first.',
  },
];

const successCodes: ReadonlySet<number> = new Set([0, 1641, 3010]);

/** True when Windows Installer says that it has done what was asked, maybe with a restart to come. */
export function isMsiSuccess(code: number): boolean {
  return successCodes.has(code);
}

/**
 * What to tell a person about how a removal ended: what the package itself said last, because only that tells a
 * refused password from other failures, else what the code means. Null when it succeeded.
 */
export function describeMsiEnd(code: number, errors: readonly string[]): string | null {
  if (isMsiSuccess(code)) return null;
  const said = errors.filter((text) => text !== '').at(-1);
  if (said !== undefined) return said;
  return (
    meanings.find((row) => row.code === code)?.says ?? `Windows Installer ended with code ${code}.`
  );
}
