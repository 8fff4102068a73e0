const guid = '\\{[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\}';
const whole = new RegExp(`^(?:InstallWIX_)?(${guid})$`, 'i');
const anywhere = new RegExp(guid);

/**
 * A product code in the one form that is compared: upper case, with braces. Accepts the name of an
 * `Uninstall` key, also with the `InstallWIX_` prefix of a twin entry. Null when it is anything else.
 */
export function normaliseProductCode(text: string): string | null {
  return whole.exec(text.trim())?.[1]?.toUpperCase() ?? null;
}

/** The first product code in a text, for example in an uninstall string. Null when there is none. */
export function findProductCode(text: string): string | null {
  return anywhere.exec(text)?.[0].toUpperCase() ?? null;
}
