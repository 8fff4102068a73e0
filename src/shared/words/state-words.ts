import { nameAmong, spokenName } from '../domain/product-names.ts';
import type { Kept } from '../domain/plan/plan.ts';
import { message, type Message } from '../domain/message.ts';
import { protectionSentence } from '../domain/protection/protection-sentence.ts';
import { dangerSentences } from '../domain/state/danger-sentences.ts';
import type { State } from '../domain/state/state.ts';

/**
 * What a machine is like, in a few sentences. Whatever asks says these; what stays is named in the same breath, so that
 * silence about it is not taken for absence.
 */
export function stateSentences(state: State): readonly Message[] {
  return [...verdictSentences(state), ...comingBack(state)];
}

function verdictSentences(state: State): readonly Message[] {
  const { verdict, stays, protection } = state;
  const named = stays.map(stayOf);
  switch (verdict) {
    case 'engineInside':
      return [
        message('state.engineInside', { stays: named }),
        protectionSentence(protection),
        ...remains(state),
      ];
    case 'clean':
      return [
        named.length === 0 ? message('state.clean') : message('state.cleanBut', { stays: named }),
        protectionSentence(protection),
        ...remains(state),
      ];
    case 'notProtected':
      return [
        message('state.notProtected'),
        ...protection.reasons.slice(0, 1),
        ...staying(named),
        ...remains(state),
      ];
    case 'danger':
      return [...dangerSentences(state.dangers), ...found(state), ...staying(named)];
    case 'found':
      return [...found(state), ...staying(named)];
    case 'restartNeeded':
      return [
        message('state.restartNeeded', { names: (state.restart?.products ?? []).map(spokenName) }),
        ...staying(named),
      ];
    case 'notKnown': {
      const sections = state.unread.map((section) => message(`run.unread.${section}`));
      return [message('state.notKnown', { sections }), ...staying(named)];
    }
  }
}

/** The same for whoever has just been told every danger in full. */
export function sentencesAfterDangers(state: State): readonly Message[] {
  return stateSentences({ ...state, dangers: [] });
}

function found({ installed }: State): readonly Message[] {
  const names = [...new Set(installed.map((each) => nameAmong(each, installed)))];
  return names.length === 0 ? [] : [message('state.found', { names: names.map(spokenName) })];
}

function staying(stays: readonly Message[]): readonly Message[] {
  return stays.length === 0 ? [] : [message('state.stays', { stays })];
}

function stayOf({ name, reason }: Kept): Message {
  return reason === 'leftover'
    ? message('quoted.text', { text: spokenName(name) })
    : message(`state.stay.${reason}`, { name: spokenName(name) });
}

function comingBack({ assigned = [] }: State): readonly Message[] {
  return assigned.length === 0 ? [] : [message('state.assigned', { names: assigned })];
}

function remains(state: State): readonly Message[] {
  const names = (harmless: boolean) => {
    const all = state.remains.filter((each) => each.harmless === harmless);
    return [...new Set(all.map(({ name }) => name))].map(spokenName);
  };
  const [harmful, harmless] = [names(false), names(true)];
  return [
    ...(harmful.length === 0 ? [] : [message('state.remains', { names: harmful })]),
    ...(harmless.length === 0 ? [] : [message('state.harmlessRemains', { names: harmless })]),
  ];
}
