import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useWords } from '../../i18n/WordsContext.tsx';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly count: number;
  readonly onAnswer: (yes: boolean) => void;
}

/** The last question before something is removed. */
export function ConfirmDialog({ open, count, onAnswer }: ConfirmDialogProps) {
  const { t } = useWords();
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => data.open || onAnswer(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('page.remove.confirmTitle', { count })}</DialogTitle>
          <DialogContent>{t('page.remove.confirmText')}</DialogContent>
          <DialogActions>
            <Button onClick={() => onAnswer(false)}>{t('page.remove.notYet')}</Button>
            <Button appearance="primary" onClick={() => onAnswer(true)}>
              {t('page.remove.start')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
