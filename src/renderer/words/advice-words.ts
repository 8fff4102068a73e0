import type { RunOutcome } from '../../shared/domain/outcome.ts';
import type { Translated } from '../../shared/i18n/message.ts';

/** What a person does next after a run that ended so; null when there is nothing to do. */
export const adviceWords = {
  cleanAndProtected: null,
  protected: null,
  nothingToRemove: null,
  dryRun: null,
  restartNeeded: {
    en: 'Save your work and restart. Then open Cutover again: it checks the result.',
    es: 'Guarde su trabajo y reinicie. Después abra Cutover de nuevo: comprobará el resultado.',
    de: 'Speichern Sie Ihre Arbeit und starten Sie neu. Öffnen Sie danach Cutover wieder: Es prüft das Ergebnis.',
    fr: 'Enregistrez votre travail et redémarrez. Rouvrez ensuite Cutover : il vérifie le résultat.',
    'pt-BR':
      'Salve seu trabalho e reinicie. Depois abra o Cutover novamente: ele verifica o resultado.',
    ru: 'Сохраните работу и перезагрузите компьютер. Затем снова откройте Cutover: он проверит результат.',
  },
  notProtected: {
    en: 'Open Windows Security, choose “Virus & threat protection”, and turn the protection on.',
    es: 'Abra Seguridad de Windows, elija «Protección antivirus y contra amenazas» y active la protección.',
    de: 'Öffnen Sie „Windows-Sicherheit“, wählen Sie „Viren- & Bedrohungsschutz“ und schalten Sie den Schutz ein.',
    fr: 'Ouvrez Sécurité Windows, choisissez « Protection contre les virus et menaces » et activez la protection.',
    'pt-BR':
      'Abra a Segurança do Windows, escolha “Proteção contra vírus e ameaças” e ative a proteção.',
    ru: 'Откройте «Безопасность Windows», выберите «Защита от вирусов и угроз» и включите защиту.',
  },
  remnantsLeft: {
    en: 'The remains do not run and do not protect. You can leave them.',
    es: 'Los restos no se ejecutan ni protegen. Puede dejarlos.',
    de: 'Die Reste laufen nicht und schützen nicht. Sie können bleiben.',
    fr: 'Ces traces ne s’exécutent pas et ne protègent pas. Vous pouvez les laisser.',
    'pt-BR': 'Os vestígios não são executados e não protegem. Você pode deixá-los.',
    ru: 'Эти следы не работают и не защищают. Их можно оставить.',
  },
  stillPresent: {
    en: 'Restart the computer and start Cutover again. If it stays, the report says what to do.',
    es: 'Reinicie el equipo y vuelva a abrir Cutover. Si sigue ahí, el informe dice qué hacer.',
    de: 'Starten Sie den Computer neu und öffnen Sie Cutover wieder. Bleibt es, steht im Bericht, was zu tun ist.',
    fr: 'Redémarrez l’ordinateur et rouvrez Cutover. Si cela reste, le rapport dit quoi faire.',
    'pt-BR':
      'Reinicie o computador e abra o Cutover de novo. Se continuar, o relatório diz o que fazer.',
    ru: 'Перезагрузите компьютер и снова откройте Cutover. Если останется, в отчёте сказано, что делать.',
  },
  passwordMissing: {
    en: 'Find the password, go back to “Before we start”, and type it there.',
    es: 'Busque la contraseña, vuelva a «Antes de empezar» y escríbala allí.',
    de: 'Suchen Sie das Kennwort, gehen Sie zurück zu „Bevor es losgeht“ und geben Sie es dort ein.',
    fr: 'Retrouvez le mot de passe, revenez à « Avant de commencer » et saisissez-le.',
    'pt-BR': 'Encontre a senha, volte para “Antes de começar” e digite-a lá.',
    ru: 'Найдите пароль, вернитесь к шагу «Перед началом» и введите его там.',
  },
  passwordWrong: {
    en: 'Find the right password; at work, ask whoever looks after the computer. Do not guess: some products lock themselves.',
    es: 'Busque la contraseña correcta; en el trabajo, pregunte a quien administra el equipo. No adivine: algunos productos se bloquean.',
    de: 'Suchen Sie das richtige Kennwort; fragen Sie bei der Arbeit die IT. Raten Sie nicht: Manche Produkte sperren sich.',
    fr: 'Retrouvez le bon mot de passe ; au travail, demandez au responsable informatique. Ne devinez pas : certains produits se verrouillent.',
    'pt-BR':
      'Encontre a senha certa; no trabalho, pergunte a quem cuida do computador. Não adivinhe: alguns produtos se bloqueiam.',
    ru: 'Найдите правильный пароль; на работе спросите администратора. Не подбирайте: некоторые программы блокируются.',
  },
  installerBusy: {
    en: 'Wait until the other installation has finished, or restart. Then start again.',
    es: 'Espere a que termine la otra instalación o reinicie. Después empiece de nuevo.',
    de: 'Warten Sie, bis die andere Installation fertig ist, oder starten Sie neu. Beginnen Sie dann noch einmal.',
    fr: 'Attendez la fin de l’autre installation ou redémarrez. Puis recommencez.',
    'pt-BR': 'Espere a outra instalação terminar ou reinicie. Depois comece de novo.',
    ru: 'Дождитесь конца другой установки или перезагрузите компьютер. Затем начните снова.',
  },
  uninstallerFailed: {
    en: 'Restart the computer and start again. Cutover goes on with what is still there.',
    es: 'Reinicie el equipo y empiece de nuevo. Cutover continúa con lo que queda.',
    de: 'Starten Sie den Computer neu und beginnen Sie noch einmal. Cutover macht mit dem Rest weiter.',
    fr: 'Redémarrez l’ordinateur et recommencez. Cutover continue avec ce qui reste.',
    'pt-BR': 'Reinicie o computador e comece de novo. O Cutover continua com o que restou.',
    ru: 'Перезагрузите компьютер и начните снова. Cutover продолжит с того, что осталось.',
  },
  timedOut: {
    en: 'Restart the computer and start again. Cutover goes on with what is still there.',
    es: 'Reinicie el equipo y empiece de nuevo. Cutover continúa con lo que queda.',
    de: 'Starten Sie den Computer neu und beginnen Sie noch einmal. Cutover macht mit dem Rest weiter.',
    fr: 'Redémarrez l’ordinateur et recommencez. Cutover continue avec ce qui reste.',
    'pt-BR': 'Reinicie o computador e comece de novo. O Cutover continua com o que restou.',
    ru: 'Перезагрузите компьютер и начните снова. Cutover продолжит с того, что осталось.',
  },
  cancelled: {
    en: 'Nothing is broken. Start again whenever you like; Cutover goes on with what is still there.',
    es: 'No se ha dañado nada. Empiece de nuevo cuando quiera; Cutover continúa con lo que queda.',
    de: 'Nichts ist beschädigt. Beginnen Sie wieder, wann Sie möchten; Cutover macht mit dem Rest weiter.',
    fr: 'Rien n’est abîmé. Recommencez quand vous voulez ; Cutover continue avec ce qui reste.',
    'pt-BR':
      'Nada foi danificado. Comece de novo quando quiser; o Cutover continua com o que restou.',
    ru: 'Ничего не повреждено. Начните снова, когда захотите: Cutover продолжит с того, что осталось.',
  },
  stopped: {
    en: 'Go back to “Before we start” and do what is said there. Then start again.',
    es: 'Vuelva a «Antes de empezar» y haga lo que se indica. Después empiece de nuevo.',
    de: 'Gehen Sie zurück zu „Bevor es losgeht“ und tun Sie, was dort steht. Beginnen Sie dann noch einmal.',
    fr: 'Revenez à « Avant de commencer » et faites ce qui est indiqué. Puis recommencez.',
    'pt-BR': 'Volte para “Antes de começar” e faça o que está indicado. Depois comece de novo.',
    ru: 'Вернитесь к шагу «Перед началом» и сделайте то, что там сказано. Затем начните снова.',
  },
} as const satisfies Readonly<Record<RunOutcome, Translated | null>>;
