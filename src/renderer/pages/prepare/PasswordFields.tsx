import { Button, Field, Input, Text } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Eye20Regular, EyeOff20Regular } from '@fluentui/react-icons';
import { useState, type FormEvent } from 'react';
import type { SecretRef } from '../../../shared/domain/action.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Card } from '../../parts/Card.tsx';
import styles from './prepare-page.module.css';

/** One field for each password an uninstaller may ask for. What was typed leaves the page at once. */
export function PasswordFields({ secrets }: { readonly secrets: readonly SecretRef[] }) {
  const { passwordsGiven } = useGuide().snapshot;
  return (
    <Card className={styles.fields}>
      {secrets.map((secret) =>
        passwordsGiven.includes(secret) ? (
          <Given key={secret} secret={secret} />
        ) : (
          <PasswordField key={secret} secret={secret} />
        ),
      )}
    </Card>
  );
}

function PasswordField({ secret }: { readonly secret: SecretRef }) {
  const { act } = useGuide();
  const { t } = useWords();
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') void act('givePassword', { ref: secret, password });
  };
  return (
    <form className={styles.password} onSubmit={give}>
      <Field label={t(`password.${secret}`)} className={styles.field}>
        <Input
          type={shown ? 'text' : 'password'}
          autoComplete="off"
          maxLength={1000}
          value={password}
          onChange={(_, { value }) => setPassword(value)}
          contentAfter={
            <Button
              appearance="transparent"
              size="small"
              aria-label={t(shown ? 'page.prepare.hide' : 'page.prepare.show')}
              icon={shown ? <EyeOff20Regular /> : <Eye20Regular />}
              onClick={() => setShown(!shown)}
            />
          }
        />
      </Field>
      <Button type="submit" disabledFocusable={password === ''}>
        {t('page.prepare.keep')}
      </Button>
    </form>
  );
}

function Given({ secret }: { readonly secret: SecretRef }) {
  const { act } = useGuide();
  const { t } = useWords();
  return (
    <div className={styles.row} role="status">
      <CheckmarkCircle20Filled aria-hidden />
      <div className={styles.about}>
        <Text weight="semibold">{t(`password.${secret}`)}</Text>
        <Text className={styles.quiet}>{t('page.prepare.given')}</Text>
        <div>
          <Button
            size="small"
            onClick={() => void act('givePassword', { ref: secret, password: '' })}
          >
            {t('page.prepare.forget')}
          </Button>
        </div>
      </div>
    </div>
  );
}
