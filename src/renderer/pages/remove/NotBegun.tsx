import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { Hazard } from '../../../shared/plan.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts, useWords } from '../../i18n/LanguageContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { EngineText } from '../../parts/EngineText.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { useHazardWords } from '../../parts/use-hazard-words.ts';
import { adviceWords } from '../../words/advice-words.ts';
import { outcomeWords } from '../../words/outcome-words.ts';
import { removeTexts } from './remove-page.texts.ts';

/** The engine found, at the last look, that something has to be solved first. */
export function Stopped({ hazards }: { readonly hazards: readonly Hazard[] }) {
  const t = useTexts(removeTexts);
  const words = useWords();
  return (
    <PageFrame
      heading={words(outcomeWords.stopped)}
      lead={words(adviceWords.stopped)}
      primary={<ContinueButton to="prepare">{t('toPrepare')}</ContinueButton>}
    >
      {hazards.map((hazard) => (
        <HazardBar key={hazard.id} hazard={hazard} />
      ))}
    </PageFrame>
  );
}

function HazardBar({ hazard }: { readonly hazard: Hazard }) {
  const { title, advice } = useHazardWords(hazard);
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {advice}
      </MessageBarBody>
    </MessageBar>
  );
}

/** The window was closed, or the program ended, in the middle. */
export function Interrupted() {
  const { act } = useGuide();
  const t = useTexts(removeTexts);
  return (
    <PageFrame
      heading={t('headingInterrupted')}
      lead={t('leadInterrupted')}
      primary={
        <Button appearance="primary" onClick={() => void act('resumeRemoval')}>
          {t('goOn')}
        </Button>
      }
    />
  );
}

/** Another run holds the machine, or nothing can be written. */
export function Refused({ message }: { readonly message: string }) {
  const { act } = useGuide();
  const t = useTexts(removeTexts);
  return (
    <PageFrame
      heading={t('headingRefused')}
      back="protection"
      primary={
        <Button appearance="primary" onClick={() => void act('startRemoval')}>
          {t('tryAgain')}
        </Button>
      }
    >
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <EngineText>{message}</EngineText>
        </MessageBarBody>
      </MessageBar>
    </PageFrame>
  );
}
