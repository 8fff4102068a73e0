import type { Texts } from '../../i18n/message.ts';

export const restartTexts = {
  heading: {
    en: 'Restart to finish',
    es: 'Reinicie para terminar',
    de: 'Zum Abschluss neu starten',
    fr: 'Redémarrez pour terminer',
    'pt-BR': 'Reinicie para concluir',
    ru: 'Перезагрузите, чтобы завершить',
  },
  lead: {
    en: 'Windows deletes the last files of Kaspersky while it restarts. Only then can it be checked that everything is gone.',
    es: 'Windows borra los últimos archivos de Kaspersky al reiniciar. Solo entonces se puede comprobar que todo ha desaparecido.',
    de: 'Windows löscht die letzten Dateien von Kaspersky beim Neustart. Erst dann lässt sich prüfen, ob alles weg ist.',
    fr: 'Windows efface les derniers fichiers de Kaspersky au redémarrage. C’est seulement ensuite qu’on peut vérifier que tout a disparu.',
    'pt-BR':
      'O Windows apaga os últimos arquivos do Kaspersky ao reiniciar. Só então dá para verificar se tudo saiu.',
    ru: 'Windows удаляет последние файлы Kaspersky при перезагрузке. Только после неё можно проверить, что ничего не осталось.',
  },
  how: {
    en: 'How to do it',
    es: 'Cómo hacerlo',
    de: 'So geht es',
    fr: 'Comment faire',
    'pt-BR': 'Como fazer',
    ru: 'Как это сделать',
  },
  save: {
    en: 'Save your work and close all programs.',
    es: 'Guarde su trabajo y cierre todos los programas.',
    de: 'Speichern Sie Ihre Arbeit und schließen Sie alle Programme.',
    fr: 'Enregistrez votre travail et fermez tous les programmes.',
    'pt-BR': 'Salve seu trabalho e feche todos os programas.',
    ru: 'Сохраните работу и закройте все программы.',
  },
  menu: {
    en: 'Open the Start menu, choose the power button, and then “Restart”. Do not choose “Shut down”.',
    es: 'Abra el menú Inicio, elija el botón de encendido y después «Reiniciar». No elija «Apagar».',
    de: 'Öffnen Sie das Startmenü, wählen Sie den Netzschalter und dann „Neu starten“. Nicht „Herunterfahren“.',
    fr: 'Ouvrez le menu Démarrer, choisissez le bouton d’alimentation, puis « Redémarrer ». Pas « Arrêter ».',
    'pt-BR':
      'Abra o menu Iniciar, escolha o botão de energia e depois “Reiniciar”. Não escolha “Desligar”.',
    ru: 'Откройте меню «Пуск», нажмите кнопку питания и выберите «Перезагрузка», а не «Завершение работы».',
  },
  reopen: {
    en: 'Open Cutover again. It remembers where you are and checks the result.',
    es: 'Abra Cutover otra vez. Recuerda dónde estaba y comprueba el resultado.',
    de: 'Öffnen Sie Cutover wieder. Es weiß, wo Sie waren, und prüft das Ergebnis.',
    fr: 'Rouvrez Cutover. Il se souvient de l’étape et vérifie le résultat.',
    'pt-BR': 'Abra o Cutover de novo. Ele lembra onde você parou e verifica o resultado.',
    ru: 'Снова откройте Cutover. Он помнит, где вы остановились, и проверит результат.',
  },
  practiceHow: {
    en: 'This is practice, so your own computer is not restarted. The button restarts the practice computer at once.',
    es: 'Es una práctica: su propio equipo no se reinicia. El botón reinicia el equipo de práctica al instante.',
    de: 'Das ist eine Übung: Ihr eigener Computer startet nicht neu. Der Knopf startet sofort den Übungscomputer neu.',
    fr: 'C’est un exercice : votre ordinateur ne redémarre pas. Le bouton redémarre aussitôt l’ordinateur d’exercice.',
    'pt-BR':
      'É um treino: o seu computador não é reiniciado. O botão reinicia na hora o computador de treino.',
    ru: 'Это тренировка: ваш компьютер не перезагрузится. Кнопка сразу перезагрузит учебный компьютер.',
  },
  practiceRestart: {
    en: 'Restart the practice computer',
    es: 'Reiniciar el equipo de práctica',
    de: 'Übungscomputer neu starten',
    fr: 'Redémarrer l’ordinateur d’exercice',
    'pt-BR': 'Reiniciar o computador de treino',
    ru: 'Перезагрузить учебный компьютер',
  },
  restarted: {
    en: 'I have restarted, check now',
    es: 'Ya he reiniciado, comprobar',
    de: 'Ich habe neu gestartet, jetzt prüfen',
    fr: 'J’ai redémarré, vérifier',
    'pt-BR': 'Já reiniciei, verificar agora',
    ru: 'Уже перезагружено, проверить',
  },
} as const satisfies Texts;
