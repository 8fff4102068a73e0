import { z } from 'zod';
import { messageSchema } from '../message-schema.ts';

/** What is left of a product that is gone, by what it is for Windows. */
export const leftoverKindSchema = z.enum([
  'service',
  'driver',
  'driverPackage',
  'amsiProvider',
  'autostart',
  'scheduledTask',
  'firewallRule',
  'browserPolicy',
  'browserKey',
  'eventLog',
  'programFolder',
  'dataFolder',
  'userFolder',
  'registryTree',
  'userRegistryTree',
]);
export type LeftoverKind = z.infer<typeof leftoverKindSchema>;

/** The sections that show places of such remains. */
export const leftoverSectionSchema = z.enum([
  'programs',
  'services',
  'vendorKeys',
  'vendorFolders',
  'autostarts',
  'browserExtensions',
  'eventChannels',
  'amsiProviders',
  'scheduledTasks',
  'firewallRules',
  'driverPackages',
]);
export type LeftoverSection = z.infer<typeof leftoverSectionSchema>;

/** Remains that Cutover leaves where they are, and why. */
export const notCleanedSchema = z.object({
  leftover: leftoverKindSchema,
  /** As the machine has it. */
  name: z.string(),
  why: messageSchema,
});
