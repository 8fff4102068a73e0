import type { MachineChoice } from '../../shared/contract/guide.ts';
import { useWords } from '../i18n/WordsContext.tsx';

interface MachineWords {
  readonly title: string;
  readonly description: string;
}

/** The name of a computer in the language of the person; one that is not known keeps its own. */
export function useMachineWords(): (machine: MachineChoice) => MachineWords {
  const { has, render } = useWords();
  return (machine) => {
    const name = practiceName(machine.id);
    if (!has(`machine.${name}.title`)) return machine;
    const part = (each: keyof MachineWords) => render({ id: `machine.${name}.${each}` });
    return { title: part('title'), description: part('description') };
  };
}

function practiceName(id: string): string {
  return id.replace(/^practice[-:]/, '');
}
