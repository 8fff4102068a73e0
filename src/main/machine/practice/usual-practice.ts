/** The practice computer that is taken when none is named. */
export const usualPracticeComputer = 'family-pc';

/** How much faster than a real computer a practice computer works, so that a walk takes about half a minute. */
export const usualPracticeSpeed = 0.15;
