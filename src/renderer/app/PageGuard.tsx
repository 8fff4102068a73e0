import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';
import { Verbatim } from '../parts/Verbatim.tsx';
import { PageFrame } from '../parts/PageFrame.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

/**
 * Keeps a page that breaks from taking the window with it: rail and notices stay, and so does the removal, which
 * the engine carries on without any page. A class, because React has no hook for this.
 */
export class PageGuard extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <BrokenPage error={error} onAgain={() => this.setState({ error: null })} />;
  }
}

interface BrokenPageProps {
  readonly error: Error;
  readonly onAgain: () => void;
}

function BrokenPage({ error, onAgain }: BrokenPageProps) {
  const { t } = useWords();
  const again = (
    <Button appearance="primary" onClick={onAgain}>
      {t('brokenPage.again')}
    </Button>
  );
  return (
    <PageFrame heading={t('brokenPage.heading')} lead={t('brokenPage.lead')} primary={again}>
      <Verbatim code>{error.message}</Verbatim>
    </PageFrame>
  );
}
