import { lateSchema, type Of } from './schemas/late-schema.ts';

/**
 * Who besides the person in front of it decides over a computer. `unknown` never counts as `no`. No name of a domain
 * or an organisation is kept.
 */
export const managementSchema = lateSchema((z) => {
  const answer = z.enum(['yes', 'no', 'unknown']);
  return z.object({
    /** It belongs to an Active Directory domain. */
    domain: answer,
    /** It is joined to Microsoft Entra ID (Azure AD), or a work account is registered with it. */
    cloud: answer,
    /** It is enrolled in mobile device management, such as Intune. */
    deviceManagement: answer,
    /** The client of Microsoft Configuration Manager is installed. */
    configurationManager: answer,
    /** It reports to Microsoft Defender for Endpoint. */
    defenderForEndpoint: answer,
  });
});
export type Management = Of<typeof managementSchema>;

export type Manager = keyof Management;
export const managers = [
  'domain',
  'cloud',
  'deviceManagement',
  'configurationManager',
  'defenderForEndpoint',
] as const satisfies readonly Manager[];

/** Those who are known to manage the computer, and those of whom nobody knows it. */
export function managersOf(management: Management | undefined): {
  readonly known: readonly Manager[];
  readonly possible: readonly Manager[];
} {
  if (management === undefined) return { known: [], possible: managers };
  return {
    known: managers.filter((each) => management[each] === 'yes'),
    possible: managers.filter((each) => management[each] === 'unknown'),
  };
}
