import { lateSchema, type Of } from '../../schemas/late-schema.ts';

/** Software that an organisation assigns to this computer or person, which may install it again. */
const item = lateSchema((z) =>
  z.object({
    key: z.string(),
    by: z.enum(['groupPolicy', 'deviceManagement']),
    /** A device management tells only the product code. */
    name: z.string().nullable(),
    productCode: z.string().nullable(),
    /** The group policy that assigns it. */
    policyName: z.string().nullable(),
    userSid: z.string().nullable(),
  }),
);
export type AssignedSoftware = Of<typeof item>;

export const assignedSoftware = {
  item,
  identity: (software: AssignedSoftware) => software.key,
} as const;
