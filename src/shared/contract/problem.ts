import type { Message } from '../domain/message.ts';

/** Nothing more is to be said than what the words in the window say. */
export const plainProblems = [
  'lookingNow',
  'notLooking',
  'lookFirst',
  'removalUnderWay',
  'nothingUnderWay',
  'removalUnfinished',
  'restartFirst',
  'restartYourself',
  'noRestartNeeded',
  'nothingToResume',
  'nothingToProve',
  'noReport',
  'onlyToLookAt',
  'machineNotListed',
  'findingNotKnown',
  'hazardNotKnown',
  'bundleNotShown',
  'notWindows',
  'notAdministrator',
  'elevationDeclined',
  'otherMachine',
  'tooManyStarts',
  'notOurWindow',
  'protectionWorkUnderWay',
  'noLiveCheck',
  'nothingToReactivate',
  'notReady',
  'removalOver',
  'quarantineUnderWay',
  'notBeforeDanger',
  'restartUnderWay',
  'notKeptThere',
  'forbiddenHere',
] as const;

/** Something outside of the guide failed and may have said why. */
export const detailedProblems = [
  'policyBroken',
  'scanFailed',
  'liveCheckFailed',
  'reactivationFailed',
  'notDeletedForGood',
  'notPrinted',
  'linkNotOpened',
  'elevationFailed',
  'anotherRun',
  'journalUnreadable',
  'cannotWrite',
  'dataFolderUnusable',
  'runFolderGone',
  'wrongInput',
  'defect',
] as const;

/** About one file that a person chose; `file` is its name without its folder. */
export const fileProblems = [
  'fileNotReadable',
  'fileNotWhole',
  'fileTooLarge',
  'notAnInventory',
  'severalMachines',
  'fileNotWritten',
  'fileNotWrittenWhole',
] as const;

/**
 * Why something was refused or did not work, as data: the window has the words for each id in the language of
 * the person. `detail` is what the system said, in English, or what we say about it, and null when there is none.
 */
export type Problem =
  | { readonly id: (typeof plainProblems)[number] }
  | { readonly id: (typeof detailedProblems)[number]; readonly detail: ProblemDetail }
  | {
      readonly id: (typeof fileProblems)[number];
      readonly file: string;
      readonly detail: ProblemDetail;
    };

export type ProblemDetail = string | Message | null;

export type ProblemId = Problem['id'];

export const problemIds: readonly ProblemId[] = [
  ...plainProblems,
  ...detailedProblems,
  ...fileProblems,
];
