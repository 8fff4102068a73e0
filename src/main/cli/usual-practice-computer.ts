/** The practice computer that is taken when none is named. */
export const usualPracticeComputer = 'family-pc';
