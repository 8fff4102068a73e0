/**
 * The lawful ways past an obstacle, in the order in which they are taken; their words are `nextStep.<id>`. Apart from their
 * schema, because the page of the window asks for their order and has no use for the library of schemas.
 */
export const wayOutIds = [
  'handInPackage',
  'askConsole',
  'sayWhose',
  'resetPassword',
  'startCleaner',
  'startRemovalTool',
  'cleanUp',
] as const;
export type WayOutId = (typeof wayOutIds)[number];
