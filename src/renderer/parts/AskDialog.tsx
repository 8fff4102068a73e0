import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface AskDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Has the focus first, and is what Escape gives. */
  readonly no: string;
  readonly yes: string;
  readonly onAnswer: (yes: boolean) => void;
  readonly children: ReactNode;
}

/** The last question before something happens to the computer. */
export function AskDialog({ open, title, no, yes, onAnswer, children }: AskDialogProps) {
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => data.open || onAnswer(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            <Button onClick={() => onAnswer(false)}>{no}</Button>
            <Button appearance="primary" onClick={() => onAnswer(true)}>
              {yes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
