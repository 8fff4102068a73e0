import { useWords } from '../../i18n/WordsContext.tsx';
import { AskDialog } from '../../parts/AskDialog.tsx';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly count: number;
  readonly onAnswer: (yes: boolean) => void;
}

/** The last question before something is removed. */
export function ConfirmDialog({ open, count, onAnswer }: ConfirmDialogProps) {
  const { t } = useWords();
  return (
    <AskDialog
      open={open}
      title={t('page.remove.confirmTitle', { count })}
      no={t('page.remove.notYet')}
      yes={t('page.remove.start')}
      onAnswer={onAnswer}
    >
      {t('page.remove.confirmText')}
    </AskDialog>
  );
}
