/** What is said of a machine in one word, the most serious first; the first that applies is said. */
export const verdicts = [
  /** Something of Kaspersky hurts by being there, whether a product is installed or not. */
  'danger',
  /** A Kaspersky product is installed that is to go. */
  'found',
  /** An earlier run took away what it could; Windows has to restart before more can be said. */
  'restartNeeded',
  /** Too little could be read to say that nothing is there. */
  'notKnown',
  /** Nothing of what is to go, and nothing that is known to protect the computer. */
  'notProtected',
  /** Nothing else of Kaspersky, but its engine runs inside another maker's product, where nobody here can change it. */
  'engineInside',
  /** Nothing of what is to go, and another antivirus protects the computer. */
  'clean',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Sections whose silence would be taken as proof of absence. */
export const provingSections = ['programs', 'installerProducts', 'services'] as const;
