import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useTexts } from '../../i18n/LanguageContext.tsx';
import { removeTexts } from './remove-page.texts.ts';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly count: number;
  readonly onAnswer: (yes: boolean) => void;
}

/** The last question before something is removed. */
export function ConfirmDialog({ open, count, onAnswer }: ConfirmDialogProps) {
  const t = useTexts(removeTexts);
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => data.open || onAnswer(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('confirmTitle', { count })}</DialogTitle>
          <DialogContent>{t('confirmText')}</DialogContent>
          <DialogActions>
            <Button onClick={() => onAnswer(false)}>{t('notYet')}</Button>
            <Button appearance="primary" onClick={() => onAnswer(true)}>
              {t('start')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
