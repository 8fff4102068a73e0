import type {
  Confidence,
  Evidence,
  EvidenceKind,
  Finding,
  Parts,
  RegisteringSection,
} from '../../../shared/domain/finding.ts';
import { message } from '../../../shared/domain/message.ts';
import { compareVersions } from '../../../shared/windows/version.ts';
import type { ProductRow } from '../../catalog/products/product-row.ts';
import { productById } from '../../catalog/products/products.ts';
import type { ProofBase } from './prove.ts';
import { stateOf } from './finding-state.ts';
import { idOf, productOf, type SignGroup } from './group-signs.ts';
import type { Sign } from './sign.ts';

/** Makes a finding of the signs of one product. */
export function findingOf({ signs, person }: SignGroup, base: ProofBase): Finding {
  const row = productById(productOf(signs));
  const parts = partsOf(signs);
  const { state, notRead } = stateOf(signs, row, base.inventory);
  const apart = [person, idOf({ signs })].filter((each) => each !== null && each !== '').join('\\');
  return {
    id: apart === '' ? row.id : `${row.id}@${apart.toLowerCase()}`,
    productId: row.id,
    family: row.family,
    name: nameOf(signs) ?? row.name,
    version: versionOf(signs),
    state,
    confidence: confidenceOf(signs, row),
    evidence: [...evidenceOf(signs), ...notRead.map(unreadEvidence)],
    notRead,
    identified: isIdentified(signs, row),
    person,
    parts,
    components: componentsOf(parts, base),
  };
}

/** Only Windows Installer tells what of a product was installed. */
function componentsOf({ productCodes }: Parts, { inventory }: ProofBase): readonly string[] {
  const codes = new Set(productCodes.map((code) => code.toLowerCase()));
  const own = inventory.installerProducts.items.filter(({ productCode }) =>
    codes.has(productCode.toLowerCase()),
  );
  return [...new Set(own.flatMap(({ features = [] }) => features))].sort();
}

/**
 * `proven` needs a sign that meets the removal rule. Products of others are never proven, however certain it
 * is what they are, because the rule is about Kaspersky's.
 */
function confidenceOf(signs: readonly Sign[], row: ProductRow): Confidence {
  const isForeign = row.family === 'embeddedEngine' || row.family === 'successor';
  if (isForeign) return signs.length > 1 ? 'likely' : 'hint';
  if (signs.some((sign) => sign.proves)) return 'proven';
  const supporting = signs.filter((sign) => sign.evidence.strength !== 'hint').length;
  return supporting > 1 ? 'likely' : 'hint';
}

/** The family is what decides whether it goes by itself, so that any sign that names it is enough. */
function isIdentified(signs: readonly Sign[], { family }: ProductRow): boolean {
  return signs.some(
    ({ productId, identifies }) =>
      identifies && productId !== null && productById(productId).family === family,
  );
}

const namingKinds = [
  'program',
  'installerProduct',
  'environmentKey',
  'browserExtension',
  'securityProduct',
  'driver',
  'executable',
];

function nameOf(signs: readonly Sign[]): string | null {
  for (const kind of namingKinds) {
    const named = signs
      .filter((sign) => sign.evidence.kind === kind && (sign.name ?? '').trim() !== '')
      .sort(byRef)[0];
    if (named) return named.name;
  }
  return null;
}

function versionOf(signs: readonly Sign[]): string | null {
  return signs
    .map((sign) => sign.version)
    .reduce((a, b) => (compareVersions(a, b) >= 0 ? a : b), null);
}

const strengths: readonly Evidence['strength'][] = ['proof', 'support', 'hint'];

function evidenceOf(signs: readonly Sign[]): Evidence[] {
  const unique = new Map(
    signs.map(({ evidence }) => [
      `${evidence.kind}\n${evidence.ref}\n${JSON.stringify(evidence.says)}`,
      evidence,
    ]),
  );
  return [...unique]
    .sort(
      ([a, one], [b, other]) =>
        strengths.indexOf(one.strength) - strengths.indexOf(other.strength) || (a < b ? -1 : 1),
    )
    .map(([, evidence]) => evidence);
}

const kindsOfSections = {
  programs: 'program',
  installerProducts: 'installerProduct',
  vendorKeys: 'vendorKey',
} as const satisfies Record<RegisteringSection, EvidenceKind>;

function unreadEvidence(name: RegisteringSection): Evidence {
  return {
    kind: kindsOfSections[name],
    ref: name,
    says: message(`evidence.unread.${name}`),
    strength: 'hint',
  };
}

function partsOf(signs: readonly Sign[]): Parts {
  const texts = (list: keyof Parts) =>
    [
      ...new Set(signs.flatMap(({ part }) => (part?.list === list ? String(part.value) : []))),
    ].sort();
  return {
    programs: texts('programs'),
    productCodes: texts('productCodes'),
    services: texts('services'),
    drivers: texts('drivers'),
    processes: texts('processes')
      .map(Number)
      .sort((a, b) => a - b),
    vendorKeys: texts('vendorKeys'),
    folders: texts('folders'),
  };
}

function byRef(a: Sign, b: Sign): number {
  if (a.evidence.ref !== b.evidence.ref) return a.evidence.ref < b.evidence.ref ? -1 : 1;
  return (a.name ?? '') < (b.name ?? '') ? -1 : 1;
}
