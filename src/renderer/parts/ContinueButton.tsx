import { Button } from '@fluentui/react-components';
import { useGuide } from '../bridge/GuideContext.tsx';
import type { GuidePage } from '../../shared/contract/guide-pages.ts';
import { useWords } from '../i18n/WordsContext.tsx';

interface ContinueButtonProps {
  readonly to: GuidePage;
  readonly waits?: boolean;
  readonly children?: string;
}

/** Goes on to the next page. One that waits can still be reached by keyboard, so that its reason is heard. */
export function ContinueButton({ to, waits = false, children }: ContinueButtonProps) {
  const { act } = useGuide();
  const { t } = useWords();
  return (
    <Button appearance="primary" disabledFocusable={waits} onClick={() => void act('goTo', to)}>
      {children ?? t('button.continue')}
    </Button>
  );
}
