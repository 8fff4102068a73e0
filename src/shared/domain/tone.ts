/** How something is to be taken: good, needs attention, bad, or neither. */
export type Tone = 'good' | 'attention' | 'bad' | 'neutral';
