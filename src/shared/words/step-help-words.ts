import type { StepOutcome } from '../domain/outcome.ts';
import type { Translated } from '../i18n/message.ts';

/** What an unhappy end of one step means for the product; null where the outcome says it all. */
export const stepHelpWords = {
  removed: null,
  restartNeeded: null,
  stillPresent: {
    en: 'Its uninstaller came to its end, but the computer still has the product or parts of it.',
    es: 'Su desinstalador terminó, pero el equipo todavía tiene el producto o partes de él.',
    de: 'Das Deinstallieren lief durch, aber der Computer hat das Produkt oder Teile davon noch immer.',
    fr: 'Sa désinstallation est allée au bout, mais l’ordinateur a encore le produit ou des parties.',
    'pt-BR': 'O desinstalador chegou ao fim, mas o computador ainda tem o produto ou partes dele.',
    ru: 'Программа удаления закончила работу, но продукт или его части всё ещё на компьютере.',
  },
  passwordMissing: {
    en: 'It seems to be protected by a password. Nothing of it was changed.',
    es: 'Parece protegido con una contraseña. No se ha cambiado nada en él.',
    de: 'Es ist wohl durch ein Kennwort geschützt. Daran wurde nichts geändert.',
    fr: 'Il semble protégé par un mot de passe. Rien n’y a été modifié.',
    'pt-BR': 'Parece protegido por senha. Nada nele foi alterado.',
    ru: 'Похоже, программа защищена паролем. В ней ничего не изменено.',
  },
  passwordWrong: {
    en: 'It seems that it did not accept the password. Nothing of it was changed.',
    es: 'Según parece, no aceptó la contraseña. No se ha cambiado nada en él.',
    de: 'Es hat das Kennwort allem Anschein nach nicht angenommen. Daran wurde nichts geändert.',
    fr: 'Il n’a apparemment pas accepté le mot de passe. Rien n’y a été modifié.',
    'pt-BR': 'Ao que parece, não aceitou a senha. Nada nele foi alterado.',
    ru: 'Судя по всему, программа не приняла пароль. В ней ничего не изменено.',
  },
  installerBusy: {
    en: 'Windows was busy with another installation for too long. Nothing of it was changed.',
    es: 'Windows estuvo demasiado tiempo ocupado con otra instalación. No se ha cambiado nada en él.',
    de: 'Windows war zu lange mit einer anderen Installation beschäftigt. Daran wurde nichts geändert.',
    fr: 'Windows a été trop longtemps occupé par une autre installation. Rien n’y a été modifié.',
    'pt-BR':
      'O Windows ficou ocupado por tempo demais com outra instalação. Nada nele foi alterado.',
    ru: 'Windows слишком долго занималась другой установкой. В программе ничего не изменено.',
  },
  timedOut: {
    en: 'Its uninstaller stopped responding, so Cutover ended it. The product is still there.',
    es: 'Su desinstalador dejó de responder y Cutover lo detuvo. El producto sigue ahí.',
    de: 'Das Deinstallationsprogramm reagierte nicht mehr, also hat Cutover es beendet. Das Produkt ist noch da.',
    fr: 'Son désinstallateur ne répondait plus, Cutover l’a arrêté. Le produit est encore là.',
    'pt-BR': 'O desinstalador parou de responder e o Cutover o encerrou. O produto ainda está aí.',
    ru: 'Программа удаления перестала отвечать, и Cutover её завершил. Продукт остался.',
  },
  cancelled: {
    en: 'It was stopped before it was done. The product is still there.',
    es: 'Se detuvo antes de terminar. El producto sigue ahí.',
    de: 'Es wurde angehalten, bevor es fertig war. Das Produkt ist noch da.',
    fr: 'Arrêt avant la fin. Le produit est encore là.',
    'pt-BR': 'Foi interrompido antes de terminar. O produto ainda está aí.',
    ru: 'Удаление остановлено до конца. Продукт остался.',
  },
  failed: {
    en: 'Its uninstaller gave up before it was done. The product is still there.',
    es: 'Su desinstalador se rindió antes de terminar. El producto sigue ahí.',
    de: 'Das Deinstallationsprogramm hat vorzeitig aufgegeben. Das Produkt ist noch da.',
    fr: 'Son désinstallateur a abandonné avant la fin. Le produit est encore là.',
    'pt-BR': 'O desinstalador desistiu antes de terminar. O produto ainda está aí.',
    ru: 'Программа удаления сдалась, не закончив. Продукт остался.',
  },
  notRun: {
    en: 'Its turn did not come. The next try goes on with it.',
    es: 'No le llegó el turno. El próximo intento continúa con él.',
    de: 'Es kam nicht mehr an die Reihe. Der nächste Versuch macht damit weiter.',
    fr: 'Son tour n’est pas venu. La prochaine tentative le reprend.',
    'pt-BR': 'A vez dele não chegou. A próxima tentativa continua com ele.',
    ru: 'До этого дело не дошло. Следующая попытка продолжит отсюда.',
  },
} as const satisfies Readonly<Record<StepOutcome, Translated | null>>;
