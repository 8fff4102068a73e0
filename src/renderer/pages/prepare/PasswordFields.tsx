import { Button, Card, Field, Input, Text } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Eye20Regular, EyeOff20Regular } from '@fluentui/react-icons';
import { useState, type FormEvent } from 'react';
import type { SecretRef } from '../../../shared/domain/action.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts } from '../../i18n/LanguageContext.tsx';
import { usePrepareStyles } from './prepare-page.styles.ts';
import { prepareTexts } from './prepare-page.texts.ts';

const labels = {
  kaspersky: 'kasperskyPassword',
  agent: 'agentPassword',
} as const satisfies Record<SecretRef, string>;

/** One field for each password an uninstaller may ask for. What was typed leaves the page at once. */
export function PasswordFields({ secrets }: { readonly secrets: readonly SecretRef[] }) {
  const { passwordsGiven } = useGuide().snapshot;
  const styles = usePrepareStyles();
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
  const styles = usePrepareStyles();
  const t = useTexts(prepareTexts);
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') void act('givePassword', { ref: secret, password });
  };
  return (
    <form className={styles.password} onSubmit={give}>
      <Field label={t(labels[secret])} className={styles.field}>
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
              aria-label={t(shown ? 'hide' : 'show')}
              icon={shown ? <EyeOff20Regular /> : <Eye20Regular />}
              onClick={() => setShown(!shown)}
            />
          }
        />
      </Field>
      <Button type="submit" disabledFocusable={password === ''}>
        {t('keep')}
      </Button>
    </form>
  );
}

function Given({ secret }: { readonly secret: SecretRef }) {
  const { act } = useGuide();
  const styles = usePrepareStyles();
  const t = useTexts(prepareTexts);
  return (
    <div className={styles.row} role="status">
      <CheckmarkCircle20Filled aria-hidden />
      <div className={styles.about}>
        <Text weight="semibold">{t(labels[secret])}</Text>
        <Text className={styles.quiet}>{t('given')}</Text>
        <div>
          <Button
            size="small"
            onClick={() => void act('givePassword', { ref: secret, password: '' })}
          >
            {t('forget')}
          </Button>
        </div>
      </div>
    </div>
  );
}
