import type { plainProblems } from '../../shared/contract/problem.ts';
import type { Translated } from '../../shared/i18n/message.ts';

/** Why something cannot be done now, and what to do instead. */
export const refusalWords = {
  lookingNow: {
    en: 'Cutover is looking at the computer at this moment. Wait until it has finished, then try again.',
    es: 'Cutover está examinando el equipo en este momento. Espere a que termine e inténtelo de nuevo.',
    de: 'Cutover sieht sich den Computer gerade an. Warten Sie, bis es fertig ist, und versuchen Sie es noch einmal.',
    fr: 'Cutover examine l’ordinateur en ce moment. Attendez qu’il ait fini, puis réessayez.',
    'pt-BR':
      'O Cutover está examinando o computador neste momento. Espere terminar e tente de novo.',
    ru: 'Cutover сейчас осматривает компьютер. Дождитесь конца и попробуйте снова.',
  },
  lookFirst: {
    en: 'Cutover does not know this computer yet. Go to “Check” and let it look first.',
    es: 'Cutover todavía no conoce este equipo. Vaya a «Comprobación» y deje que lo examine primero.',
    de: 'Cutover kennt diesen Computer noch nicht. Gehen Sie zu „Prüfung“ und lassen Sie ihn zuerst ansehen.',
    fr: 'Cutover ne connaît pas encore cet ordinateur. Allez à « Vérification » et laissez-le d’abord l’examiner.',
    'pt-BR':
      'O Cutover ainda não conhece este computador. Vá para “Verificação” e deixe que ele o examine primeiro.',
    ru: 'Cutover ещё не знает этот компьютер. Перейдите к шагу «Проверка», пусть он сначала его осмотрит.',
  },
  removalUnderWay: {
    en: 'A removal is going on, and nothing else can be changed meanwhile. Wait until it ends, or cancel it.',
    es: 'Hay una eliminación en curso y mientras tanto no se puede cambiar nada. Espere a que termine o cancélela.',
    de: 'Das Entfernen läuft gerade; solange kann nichts anderes geändert werden. Warten Sie das Ende ab oder brechen Sie ab.',
    fr: 'Une suppression est en cours et rien d’autre ne peut changer entre-temps. Attendez la fin ou annulez-la.',
    'pt-BR':
      'Uma remoção está em andamento e nada mais pode ser mudado até lá. Espere terminar ou cancele.',
    ru: 'Идёт удаление, и пока ничего другого менять нельзя. Дождитесь конца или отмените его.',
  },
  nothingUnderWay: {
    en: 'Nothing is being removed at the moment, so there is nothing to cancel.',
    es: 'Ahora no se está eliminando nada, así que no hay nada que cancelar.',
    de: 'Im Augenblick wird nichts entfernt, es gibt also nichts abzubrechen.',
    fr: 'Rien n’est en cours de suppression ; il n’y a donc rien à annuler.',
    'pt-BR': 'Nada está sendo removido agora, então não há o que cancelar.',
    ru: 'Сейчас ничего не удаляется, отменять нечего.',
  },
  removalUnfinished: {
    en: 'A removal was begun and has not come to its end. Open “Remove” and go on with it first.',
    es: 'Se empezó una eliminación que no ha terminado. Abra «Eliminación» y continúela primero.',
    de: 'Ein Entfernen wurde begonnen und nicht beendet. Öffnen Sie „Entfernen“ und machen Sie zuerst dort weiter.',
    fr: 'Une suppression commencée n’est pas terminée. Ouvrez « Suppression » et reprenez-la d’abord.',
    'pt-BR': 'Uma remoção foi iniciada e não terminou. Abra “Remoção” e continue-a primeiro.',
    ru: 'Удаление было начато и не завершено. Откройте шаг «Удаление» и сначала продолжите его.',
  },
  restartFirst: {
    en: 'The removal is finished only after a restart. Restart the computer, open Cutover again and go on there.',
    es: 'La eliminación termina solo tras un reinicio. Reinicie el equipo, abra Cutover de nuevo y continúe allí.',
    de: 'Das Entfernen ist erst nach einem Neustart abgeschlossen. Starten Sie neu, öffnen Sie Cutover wieder und machen Sie dort weiter.',
    fr: 'La suppression ne se termine qu’après un redémarrage. Redémarrez, rouvrez Cutover et continuez.',
    'pt-BR':
      'A remoção só termina depois de reiniciar. Reinicie o computador, abra o Cutover de novo e continue.',
    ru: 'Удаление завершится только после перезагрузки. Перезагрузите компьютер, снова откройте Cutover и продолжите.',
  },
  restartYourself: {
    en: 'Cutover does not restart your own computer. Save your work and restart it from the Start menu.',
    es: 'Cutover no reinicia su propio equipo. Guarde su trabajo y reinícielo desde el menú Inicio.',
    de: 'Cutover startet Ihren eigenen Computer nicht neu. Speichern Sie Ihre Arbeit und starten Sie ihn über das Startmenü neu.',
    fr: 'Cutover ne redémarre pas votre propre ordinateur. Enregistrez votre travail et redémarrez-le depuis le menu Démarrer.',
    'pt-BR':
      'O Cutover não reinicia o seu próprio computador. Salve seu trabalho e reinicie pelo menu Iniciar.',
    ru: 'Cutover не перезагружает ваш компьютер. Сохраните работу и перезагрузите его через меню «Пуск».',
  },
  noRestartNeeded: {
    en: 'No restart is needed. You can go on.',
    es: 'No hace falta reiniciar. Puede continuar.',
    de: 'Ein Neustart ist nicht nötig. Sie können weitermachen.',
    fr: 'Aucun redémarrage n’est nécessaire. Vous pouvez continuer.',
    'pt-BR': 'Não é preciso reiniciar. Você pode continuar.',
    ru: 'Перезагрузка не нужна. Можно продолжать.',
  },
  nothingToResume: {
    en: 'There is no removal to go on with. Begin a new one under “Remove”.',
    es: 'No hay ninguna eliminación que continuar. Empiece una nueva en «Eliminación».',
    de: 'Es gibt kein Entfernen, mit dem es weitergehen könnte. Beginnen Sie unter „Entfernen“ neu.',
    fr: 'Il n’y a pas de suppression à reprendre. Commencez-en une sous « Suppression ».',
    'pt-BR': 'Não há remoção para continuar. Comece uma nova em “Remoção”.',
    ru: 'Нет удаления, которое можно продолжить. Начните новое на шаге «Удаление».',
  },
  nothingToProve: {
    en: 'There is nothing to prove yet: nothing was removed. Go through “Remove” first.',
    es: 'Todavía no hay nada que probar: no se ha eliminado nada. Pase primero por «Eliminación».',
    de: 'Es gibt noch nichts nachzuweisen: Es wurde nichts entfernt. Gehen Sie zuerst zu „Entfernen“.',
    fr: 'Il n’y a encore rien à prouver : rien n’a été supprimé. Passez d’abord par « Suppression ».',
    'pt-BR': 'Ainda não há nada a provar: nada foi removido. Passe primeiro por “Remoção”.',
    ru: 'Подводить итог рано: ничего не удалено. Сначала пройдите шаг «Удаление».',
  },
  noReport: {
    en: 'There is no report yet: it is written when a removal ends. Go through “Remove” first.',
    es: 'Todavía no hay informe: se escribe al terminar una eliminación. Pase primero por «Eliminación».',
    de: 'Es gibt noch keinen Bericht: Er entsteht am Ende des Entfernens. Gehen Sie zuerst zu „Entfernen“.',
    fr: 'Il n’y a pas encore de rapport : il est écrit à la fin d’une suppression. Passez d’abord par « Suppression ».',
    'pt-BR':
      'Ainda não há relatório: ele é escrito quando uma remoção termina. Passe primeiro por “Remoção”.',
    ru: 'Отчёта пока нет: он пишется в конце удаления. Сначала пройдите шаг «Удаление».',
  },
  onlyToLookAt: {
    en: 'This is an inventory from another computer. You can look at it, but nothing can be removed from it here. Start Cutover on that computer.',
    es: 'Este es el inventario de otro equipo. Puede verlo, pero desde aquí no se puede eliminar nada. Inicie Cutover en ese equipo.',
    de: 'Das ist das Inventar eines anderen Computers. Sie können es ansehen, aber von hier aus nichts entfernen. Starten Sie Cutover auf jenem Computer.',
    fr: 'C’est l’inventaire d’un autre ordinateur. Vous pouvez le consulter, mais rien ne peut être supprimé d’ici. Lancez Cutover sur cet ordinateur-là.',
    'pt-BR':
      'Este é o inventário de outro computador. Você pode vê-lo, mas nada pode ser removido daqui. Inicie o Cutover naquele computador.',
    ru: 'Это опись другого компьютера. Её можно посмотреть, но удалить отсюда ничего нельзя. Запустите Cutover на том компьютере.',
  },
  machineNotListed: {
    en: 'This computer is not in the list any more. Choose another one.',
    es: 'Este equipo ya no está en la lista. Elija otro.',
    de: 'Dieser Computer steht nicht mehr in der Liste. Wählen Sie einen anderen.',
    fr: 'Cet ordinateur n’est plus dans la liste. Choisissez-en un autre.',
    'pt-BR': 'Este computador não está mais na lista. Escolha outro.',
    ru: 'Этого компьютера больше нет в списке. Выберите другой.',
  },
  findingNotKnown: {
    en: 'Cutover did not find this on the computer, or it has gone since. Check again, then choose from what is found.',
    es: 'Cutover no ha encontrado esto en el equipo o ya no está. Compruebe otra vez y elija entre lo encontrado.',
    de: 'Das hat Cutover auf dem Computer nicht gefunden, oder es ist inzwischen weg. Prüfen Sie noch einmal und wählen Sie aus dem Gefundenen.',
    fr: 'Cutover n’a pas trouvé cela sur l’ordinateur, ou ce n’y est plus. Vérifiez à nouveau, puis choisissez parmi ce qui est trouvé.',
    'pt-BR':
      'O Cutover não encontrou isso no computador, ou já não está lá. Verifique de novo e escolha entre o que for encontrado.',
    ru: 'Cutover не нашёл этого на компьютере, или его там уже нет. Проверьте снова и выберите из найденного.',
  },
  hazardNotKnown: {
    en: 'There is nothing of this kind to confirm on this computer any more. Look at “Before we start” again.',
    es: 'En este equipo ya no hay nada así que confirmar. Vuelva a mirar «Antes de empezar».',
    de: 'Auf diesem Computer gibt es so etwas nicht mehr zu bestätigen. Sehen Sie noch einmal unter „Bevor es losgeht“ nach.',
    fr: 'Il n’y a plus rien de tel à confirmer sur cet ordinateur. Regardez de nouveau « Avant de commencer ».',
    'pt-BR':
      'Não há mais nada desse tipo a confirmar neste computador. Veja “Antes de começar” de novo.',
    ru: 'Подтверждать это на данном компьютере больше не нужно. Посмотрите шаг «Перед началом» ещё раз.',
  },
  bundleNotShown: {
    en: 'A support bundle is saved only after you have seen what is in it. Open it first, then save it.',
    es: 'El paquete de soporte solo se guarda después de que vea su contenido. Ábralo primero y luego guárdelo.',
    de: 'Ein Supportpaket wird erst gespeichert, wenn Sie seinen Inhalt gesehen haben. Öffnen Sie es zuerst.',
    fr: 'Le dossier d’assistance n’est enregistré qu’après que vous avez vu son contenu. Ouvrez-le d’abord.',
    'pt-BR':
      'O pacote de suporte só é salvo depois que você vê o conteúdo. Abra-o primeiro e depois salve.',
    ru: 'Пакет для поддержки сохраняется только после просмотра. Сначала откройте его, затем сохраните.',
  },
  notWindows: {
    en: 'Cutover removes Kaspersky from Windows computers, and this is not one. Try everything on a practice computer.',
    es: 'Cutover elimina Kaspersky de equipos con Windows, y este no lo es. Pruebe todo en un equipo de práctica.',
    de: 'Cutover entfernt Kaspersky von Windows-Computern, und dieser ist keiner. Probieren Sie alles auf einem Übungscomputer aus.',
    fr: 'Cutover supprime Kaspersky des ordinateurs Windows, et celui-ci n’en est pas un. Essayez tout sur un ordinateur d’exercice.',
    'pt-BR':
      'O Cutover remove o Kaspersky de computadores Windows, e este não é um. Experimente tudo em um computador de treino.',
    ru: 'Cutover удаляет Kaspersky с компьютеров с Windows, а здесь другая система. Попробуйте всё на учебном компьютере.',
  },
  notAdministrator: {
    en: 'Removing needs administrator rights, and Cutover was started without them. Close it, right-click it, and choose “Run as administrator”.',
    es: 'Para eliminar hacen falta derechos de administrador y Cutover se inició sin ellos. Ciérrelo, haga clic derecho y elija «Ejecutar como administrador».',
    de: 'Zum Entfernen braucht es Administratorrechte, und Cutover wurde ohne sie gestartet. Schließen Sie es, klicken Sie es mit der rechten Maustaste an und wählen Sie „Als Administrator ausführen“.',
    fr: 'La suppression demande des droits d’administrateur, et Cutover a été lancé sans eux. Fermez-le, faites un clic droit et choisissez « Exécuter en tant qu’administrateur ».',
    'pt-BR':
      'Para remover é preciso ter direitos de administrador, e o Cutover foi iniciado sem eles. Feche-o, clique com o botão direito e escolha “Executar como administrador”.',
    ru: 'Для удаления нужны права администратора, а Cutover запущен без них. Закройте его, щёлкните правой кнопкой мыши и выберите «Запуск от имени администратора».',
  },
  otherMachine: {
    en: 'The removal that was begun belongs to another computer. Go on with it there, or begin a new one here.',
    es: 'La eliminación iniciada es de otro equipo. Continúela allí o empiece una nueva aquí.',
    de: 'Das begonnene Entfernen gehört zu einem anderen Computer. Machen Sie dort weiter oder beginnen Sie hier neu.',
    fr: 'La suppression commencée concerne un autre ordinateur. Reprenez-la là-bas ou commencez-en une nouvelle ici.',
    'pt-BR': 'A remoção iniciada é de outro computador. Continue-a lá ou comece uma nova aqui.',
    ru: 'Начатое удаление относится к другому компьютеру. Продолжите его там или начните новое здесь.',
  },
  tooManyStarts: {
    en: 'This removal was started many times and never came to its end, so something keeps stopping it. Ask for help with its report and its logs, then begin a new one.',
    es: 'Esta eliminación se ha iniciado muchas veces y nunca ha terminado: algo la detiene siempre. Pida ayuda con su informe y sus registros y empiece una nueva.',
    de: 'Dieses Entfernen wurde oft begonnen und kam nie ans Ende; etwas hält es immer wieder auf. Lassen Sie sich mit Bericht und Protokollen helfen und beginnen Sie dann neu.',
    fr: 'Cette suppression a été lancée de nombreuses fois sans jamais aboutir : quelque chose l’arrête toujours. Demandez de l’aide avec le rapport et les journaux, puis recommencez.',
    'pt-BR':
      'Esta remoção foi iniciada muitas vezes e nunca terminou: algo sempre a interrompe. Peça ajuda com o relatório e os registros e comece uma nova.',
    ru: 'Это удаление запускалось много раз и ни разу не дошло до конца: что-то его останавливает. Попросите помощи, показав отчёт и журналы, затем начните новое.',
  },
  notOurWindow: {
    en: 'Cutover answers only its own window. Close this one and start Cutover again.',
    es: 'Cutover solo responde a su propia ventana. Cierre esta e inicie Cutover de nuevo.',
    de: 'Cutover antwortet nur seinem eigenen Fenster. Schließen Sie dieses und starten Sie Cutover neu.',
    fr: 'Cutover ne répond qu’à sa propre fenêtre. Fermez celle-ci et relancez Cutover.',
    'pt-BR': 'O Cutover responde só à própria janela. Feche esta e inicie o Cutover de novo.',
    ru: 'Cutover отвечает только своему окну. Закройте это и запустите Cutover снова.',
  },
  protectionWorkUnderWay: {
    en: 'Cutover is just checking or changing the protection of this computer. Wait until that has ended, then try again.',
    es: 'Cutover está comprobando o cambiando ahora la protección de este equipo. Espere a que termine e inténtelo de nuevo.',
    de: 'Cutover prüft oder ändert gerade den Schutz dieses Computers. Warten Sie, bis das beendet ist, und versuchen Sie es noch einmal.',
    fr: 'Cutover vérifie ou modifie en ce moment la protection de cet ordinateur. Attendez la fin, puis réessayez.',
    'pt-BR':
      'O Cutover está verificando ou mudando a proteção deste computador agora. Espere terminar e tente de novo.',
    ru: 'Cutover сейчас проверяет или меняет защиту этого компьютера. Дождитесь конца и попробуйте снова.',
  },
  noLiveCheck: {
    en: 'The live check works only on a Windows computer that Cutover runs on. Nothing was tried.',
    es: 'La prueba en vivo solo funciona en un equipo con Windows en el que se ejecuta Cutover. No se ha probado nada.',
    de: 'Die Live-Prüfung geht nur auf einem Windows-Computer, auf dem Cutover läuft. Es wurde nichts ausprobiert.',
    fr: 'L’essai en direct ne fonctionne que sur un ordinateur Windows où Cutover est lancé. Rien n’a été essayé.',
    'pt-BR':
      'O teste ao vivo só funciona em um computador Windows em que o Cutover está aberto. Nada foi testado.',
    ru: 'Живая проверка работает только на компьютере с Windows, где запущен Cutover. Ничего не проверялось.',
  },
  nothingToBringBack: {
    en: 'There is nothing that Cutover could do to bring Microsoft Defender back. Check the protection again to see how it stands.',
    es: 'No hay nada que Cutover pueda hacer para recuperar Microsoft Defender. Compruebe otra vez la protección para ver cómo está.',
    de: 'Cutover kann nichts tun, um Microsoft Defender zurückzuholen. Prüfen Sie den Schutz noch einmal, um zu sehen, wie es steht.',
    fr: 'Cutover ne peut rien faire pour rétablir Microsoft Defender. Vérifiez de nouveau la protection pour savoir où elle en est.',
    'pt-BR':
      'Não há nada que o Cutover possa fazer para trazer o Microsoft Defender de volta. Verifique a proteção de novo para ver como está.',
    ru: 'Cutover ничего не может сделать, чтобы вернуть Microsoft Defender. Проверьте защиту ещё раз, чтобы узнать её состояние.',
  },
} as const satisfies Readonly<Record<(typeof plainProblems)[number], Translated>>;
