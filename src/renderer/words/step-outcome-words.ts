import type { StepOutcome } from '../../shared/run.ts';
import type { Translated } from '../i18n/message.ts';

/** How one step ended. */
export const stepOutcomeWords = {
  removed: {
    en: 'Removed', es: 'Eliminado', de: 'Entfernt', fr: 'Supprimé', 'pt-BR': 'Removido', ru: 'Удалено',
  },
  restartNeeded: {
    en: 'Gone after the restart', es: 'Desaparecerá al reiniciar', de: 'Nach dem Neustart weg',
    fr: 'Disparaîtra au redémarrage', 'pt-BR': 'Some após reiniciar', ru: 'Исчезнет после перезагрузки',
  },
  stillPresent: {
    en: 'Still there', es: 'Sigue ahí', de: 'Noch da', fr: 'Encore là', 'pt-BR': 'Ainda presente', ru: 'Осталось',
  },
  passwordMissing: {
    en: 'Password needed', es: 'Falta la contraseña', de: 'Kennwort nötig', fr: 'Mot de passe requis',
    'pt-BR': 'Senha necessária', ru: 'Нужен пароль',
  },
  passwordWrong: {
    en: 'Password refused', es: 'Contraseña rechazada', de: 'Kennwort abgelehnt', fr: 'Mot de passe refusé',
    'pt-BR': 'Senha recusada', ru: 'Пароль не подошёл',
  },
  installerBusy: {
    en: 'Windows Installer was busy', es: 'Windows Installer estaba ocupado', de: 'Windows Installer war beschäftigt',
    fr: 'Windows Installer était occupé', 'pt-BR': 'O Windows Installer estava ocupado', ru: 'Установщик Windows был занят',
  },
  timedOut: {
    en: 'Did not end in time', es: 'No terminó a tiempo', de: 'Nicht rechtzeitig fertig', fr: 'Pas fini à temps',
    'pt-BR': 'Não terminou a tempo', ru: 'Не завершилось вовремя',
  },
  cancelled: {
    en: 'Cancelled', es: 'Cancelado', de: 'Abgebrochen', fr: 'Annulé', 'pt-BR': 'Cancelado', ru: 'Отменено',
  },
  failed: {
    en: 'Failed', es: 'Ha fallado', de: 'Gescheitert', fr: 'Échec', 'pt-BR': 'Falhou', ru: 'Не удалось',
  },
  notRun: {
    en: 'Not begun', es: 'No iniciado', de: 'Nicht begonnen', fr: 'Pas commencé', 'pt-BR': 'Não iniciado', ru: 'Не начато',
  },
} as const satisfies Readonly<Record<StepOutcome, Translated>>;
