import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Select,
  Text,
  Textarea,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { BundleFile } from '../../../shared/contract/guide.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import styles from './report-page.module.css';

/** Shows the support bundle as it would be saved, and only from there saves it. */
export function BundleDialog() {
  const { ask } = useGuide();
  const { t } = useWords();
  const [files, setFiles] = useState<readonly BundleFile[] | null>(null);
  const [said, setSaid] = useState('');
  const focusTarget = useRestoreFocusTarget();
  const open = async () => {
    const answer = await ask('previewBundle');
    if (answer !== null) setFiles(answer.value);
  };
  const save = async () => {
    const path = (await ask('saveBundle'))?.value.savedTo ?? null;
    if (path !== null) setSaid(t('page.report.savedTo', { path }));
    setFiles(null);
  };
  return (
    <div>
      <Button {...focusTarget} onClick={() => void open()}>
        {t('page.report.preview')}
      </Button>
      <Text block role="status" className={styles.said}>
        {said}
      </Text>
      <Dialog open={files !== null} onOpenChange={(_, data) => data.open || setFiles(null)}>
        <DialogSurface className={styles.dialog}>
          <DialogBody>
            <DialogTitle>{t('page.report.bundle')}</DialogTitle>
            <DialogContent>{files !== null && <Preview files={files} />}</DialogContent>
            <DialogActions>
              <Button onClick={() => setFiles(null)}>{t('page.report.close')}</Button>
              <Button appearance="primary" onClick={() => void save()}>
                {t('page.report.saveBundle')}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </div>
  );
}

function Preview({ files }: { readonly files: readonly BundleFile[] }) {
  const { t } = useWords();
  const [name, setName] = useState(files[0]?.name ?? '');
  const text = files.find((file) => file.name === name)?.text ?? '';
  return (
    <div className={styles.preview}>
      <Field label={t('page.report.file')}>
        <Select value={name} onChange={(_, { value }) => setName(value)}>
          {files.map((file) => (
            <option key={file.name}>{file.name}</option>
          ))}
        </Select>
      </Field>
      <Textarea
        aria-label={t('page.report.content', { name })}
        readOnly
        value={text}
        className={styles.text}
        textarea={{ className: styles.textArea, lang: 'en' }}
      />
    </div>
  );
}
