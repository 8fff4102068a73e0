import { Button } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons';
import type { Way } from '../../shared/domain/run/next-ways.ts';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';

interface NextButtonProps {
  readonly way: Exclude<Way, 'protection'>;
  readonly primary: boolean;
}

/** The button of what comes next after a removal. */
export function NextButton({ way, primary }: NextButtonProps) {
  const { act, ask } = useGuide();
  const { t } = useWords();
  const appearance = primary ? 'primary' : 'secondary';
  switch (way) {
    case 'again':
      return <Again appearance={appearance} />;
    case 'password':
      return <Password appearance={appearance} />;
    case 'restart':
      return (
        <Button appearance={appearance} onClick={() => void act('goTo', 'restart')}>
          {t('page.remove.toRestart')}
        </Button>
      );
    case 'vendorTool':
      return (
        <Button
          appearance={appearance}
          icon={<Open20Regular />}
          onClick={() => void ask('openLink', 'kaspersky')}
        >
          {t('page.remove.vendorPage')}
        </Button>
      );
  }
}

interface PlainProps {
  readonly appearance: 'primary' | 'secondary';
}

function Again({ appearance }: PlainProps) {
  const { act } = useGuide();
  const { t } = useWords();
  return (
    <Button appearance={appearance} onClick={() => void act('resumeRemoval')}>
      {t('page.remove.tryAgain')}
    </Button>
  );
}

/** Where a password was given it can be tried; before that it is typed where it belongs. */
function Password({ appearance }: PlainProps) {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  if (snapshot.passwordsGiven.length > 0) return <Again appearance={appearance} />;
  const isKnown = snapshot.plan !== null;
  return (
    <Button appearance={appearance} onClick={() => void act('goTo', isKnown ? 'prepare' : 'check')}>
      {t(isKnown ? 'page.remove.toPrepare' : 'page.remove.checkFirst')}
    </Button>
  );
}
