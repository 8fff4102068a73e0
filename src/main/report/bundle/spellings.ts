import type { NameKind } from './places-of-names.ts';
import { isMakersServer, ownerOfHost, tells } from './words-that-stay.ts';

/** A name, and what it is the name of. */
export interface Name {
  readonly kind: NameKind;
  readonly name: string;
}

const itself = (given: Name): readonly Name[] => [given];
/** Personal by its shape or its place, and by nothing else. */
const nowhereElse = (): readonly Name[] => [];

const byKind: Readonly<Record<NameKind, (given: Name) => readonly Name[]>> = {
  person: ofPerson,
  computer: itself,
  organization: ({ name }) => [...ofOrganization(name), ...partsOf('organization', name, /\s+/)],
  policy: itself,
  server: ({ name }) => ofServer(name),
  device: itself,
  serial: itself,
  mail: ({ name }) => ofMail(name),
  share: nowhereElse,
  sid: nowhereElse,
  key: nowhereElse,
  mac: nowhereElse,
  address: nowhereElse,
  phone: nowhereElse,
};

/** By what a name is known again where it stands by itself, the whole first; parts of it that tell whose it is count. */
export function spellingsOf(given: Name): readonly Name[] {
  return byKind[given.kind](given).filter(
    ({ name }) => name.length > 1 && /\p{L}|\d{4}/u.test(name),
  );
}

/** `OFFICE\marta`, `marta@office.example`, `marta.OFFICE`, `Marta Schmidt`: a domain goes its own way. */
function ofPerson({ name }: Name): readonly Name[] {
  const [, before = '', account = ''] = /^([^\\]+)\\+([^\\]+)$/.exec(name) ?? [];
  if (account !== '')
    return [...ofOrganization(before), ...ofPerson({ kind: 'person', name: account })];
  if (name.includes('@')) return ofMail(name);
  const [, user = '', domain = ''] =
    /^(.+?)\.(\p{Lu}[\p{Lu}\d-]{1,14})(?:\.\d{3})?$/u.exec(name) ?? [];
  const ofDomain: readonly Name[] =
    user === ''
      ? []
      : [
          { kind: 'organization', name: domain },
          { kind: 'person', name: user },
        ];
  return [
    { kind: 'person', name },
    ...ofDomain,
    ...partsOf('person', name, /[\s.,]+/),
    ...shortNames(name),
  ];
}

function partsOf(kind: NameKind, name: string, between: RegExp): readonly Name[] {
  const parts = name.split(between);
  return parts.length < 2 ? [] : parts.filter(tells).map((part) => ({ kind, name: part }));
}

/**
 * What Windows calls it where a name has eight letters: https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
 */
function shortNames(name: string): readonly Name[] {
  if (name.length <= 8 && !/[\s.]/.test(name)) return [];
  const short = name.replaceAll(/[\s.]/g, '').slice(0, 6);
  return [1, 2, 3, 4].map((number) => ({ kind: 'person', name: `${short}~${number}` }));
}

function ofOrganization(name: string): readonly Name[] {
  return name.includes('.') ? ofServer(name) : [{ kind: 'organization', name }];
}

/** What many servers are called. */
const usual =
  /^(?:www|mail|ftp|proxy|wsus|dns|ns|vpn|dc|pki|crl|ocsp|update|updates|server|files|srv|ldap|intranet)$/i;

/** A server, the domain that it belongs to, and whose that is. */
function ofServer(name: string): readonly Name[] {
  if (isMakersServer(name)) return [];
  const whole: Name = { kind: 'server', name };
  const [first = '', ...domain] = name.split('.');
  if (domain.length === 0 || !/\p{L}/u.test(name)) return [whole];
  const owner = ownerOfHost(name);
  return [
    whole,
    ...(domain.length > 1 && !usual.test(first) ? [{ kind: 'server', name: first } as const] : []),
    ...(domain.length > 1 ? [{ kind: 'server', name: domain.join('.') } as const] : []),
    ...(owner !== null && tells(owner) ? [{ kind: 'organization', name: owner } as const] : []),
  ];
}

function ofMail(name: string): readonly Name[] {
  const [local = '', domain = ''] = name.split('@');
  if (isMakersServer(domain)) return [];
  return [
    ...(tells(local) ? ofPerson({ kind: 'person', name: local }) : []),
    ...ofOrganization(domain),
  ];
}
