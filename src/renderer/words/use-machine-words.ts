import type { MachineChoice } from '../../shared/contract/guide.ts';
import { useLanguage } from '../i18n/LanguageContext.tsx';
import { translate } from '../../shared/i18n/translate.ts';
import { machineWords } from './machine-words.ts';

interface MachineWords {
  readonly title: string;
  readonly description: string;
}

/** The name of a computer in the language of the person; one that is not known keeps its own. */
export function useMachineWords(): (machine: MachineChoice) => MachineWords {
  const language = useLanguage();
  return (machine) => {
    const known = machineWords[practiceName(machine.id)];
    if (known === undefined) return machine;
    return {
      title: translate(known.title, language),
      description: translate(known.description, language),
    };
  };
}

function practiceName(id: string): string {
  return id.replace(/^practice[-:]/, '');
}
