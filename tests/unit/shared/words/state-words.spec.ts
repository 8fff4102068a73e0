import { describe, expect, it } from 'vitest';
import { answerAbout } from '../../../../src/main/session/decisions.ts';
import { defaultChoice } from '../../../../src/shared/domain/plan/plan.ts';
import { english } from '../../../../src/shared/words/english.ts';
import { stateSentences } from '../../../../src/shared/words/state-words.ts';
import { accuracyCases } from '../../../accuracy/accuracy-case.ts';

const saidOf = (id: string, all = false) => {
  const inventory = accuracyCases().find((each) => each.id === id)!.inventory;
  const { state } = answerAbout(inventory, { ...defaultChoice, all });
  return english.sentences(stateSentences(state));
};

describe('the sentence about a machine', () => {
  it.each([
    [
      'report-vpn-only',
      'Clean, except for what stays: Kaspersky VPN (not chosen). Microsoft Defender protects this computer.',
    ],
    [
      'report-person-only',
      'Clean, except for what stays: Kaspersky Password Manager (not chosen). Microsoft Defender protects this computer.',
    ],
    [
      'report-entry-without-product',
      'Danger: “Kaspersky Total Security” is listed among the programs, and nothing of it is there.',
    ],
    [
      'report-engine-inside',
      'Not clean: Kaspersky’s engine runs inside another product. What stays: ZoneAlarm Antivirus (an engine of Kaspersky runs inside it; only its maker can change that). ZoneAlarm Antivirus protects this computer.',
    ],
    [
      'report-input-filters-left',
      'Danger: After the next start of Windows, the keyboard will not work. And one more danger of the same kind.',
    ],
    [
      'report-endpoint-ru',
      'Found: Kaspersky Endpoint Security для Windows and Kaspersky Security для Windows Server.',
    ],
  ])('names what stays in the same breath: %s', (id, sentence) => {
    expect(saidOf(id)).toBe(sentence);
  });

  it('says that a copy of one person stays although everything was to go', () => {
    expect(saidOf('report-person-only', true)).toBe(
      'Found: Kaspersky Password Manager. What stays: Kaspersky Password Manager (installed for one person only).',
    );
  });

  it('never says of a public record that there is no Kaspersky product where something was found', () => {
    const wrong = accuracyCases().filter(({ id, inventory }) => {
      const { findings } = answerAbout(inventory, defaultChoice);
      const found = findings.some(({ state }) => state !== 'leftover');
      return found && saidOf(id).includes('no Kaspersky product');
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
