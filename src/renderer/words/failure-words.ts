import type { detailedProblems } from '../../shared/contract/problem.ts';
import type { Translated } from '../../shared/i18n/message.ts';

/** What failed and what to do next; the technical detail stands below it as it came. */
export const failureWords = {
  scanFailed: {
    en: 'The computer could not be looked at, so Cutover knows nothing about it and changes nothing. Check again; if it stays so, restart the computer first.',
    es: 'No se ha podido examinar el equipo, así que Cutover no sabe nada de él ni cambia nada. Compruebe otra vez; si sigue igual, reinicie antes el equipo.',
    de: 'Der Computer konnte nicht angesehen werden; Cutover weiß also nichts über ihn und ändert nichts. Prüfen Sie noch einmal; bleibt es so, starten Sie vorher neu.',
    fr: 'L’ordinateur n’a pas pu être examiné : Cutover n’en sait rien et ne change rien. Vérifiez à nouveau ; si cela persiste, redémarrez d’abord l’ordinateur.',
    'pt-BR':
      'O computador não pôde ser examinado, então o Cutover não sabe nada sobre ele e não muda nada. Verifique de novo; se continuar assim, reinicie o computador antes.',
    ru: 'Осмотреть компьютер не удалось, поэтому Cutover ничего о нём не знает и ничего не меняет. Проверьте снова; если не поможет, сначала перезагрузите компьютер.',
  },
  notPrinted: {
    en: 'The report was not printed. Look whether the printer is on, or save the report instead.',
    es: 'El informe no se ha impreso. Mire si la impresora está encendida o guarde el informe.',
    de: 'Der Bericht wurde nicht gedruckt. Sehen Sie nach, ob der Drucker an ist, oder speichern Sie den Bericht.',
    fr: 'Le rapport n’a pas été imprimé. Vérifiez que l’imprimante est allumée, ou enregistrez le rapport.',
    'pt-BR': 'O relatório não foi impresso. Veja se a impressora está ligada ou salve o relatório.',
    ru: 'Отчёт не напечатан. Проверьте, включён ли принтер, или сохраните отчёт.',
  },
  anotherRun: {
    en: 'Another removal is going on on this computer, perhaps in another window or started by your organisation. Two at once would disturb each other, so this one did not begin. Wait for the other to end, then try again.',
    es: 'Hay otra eliminación en curso en este equipo, quizá en otra ventana o iniciada por su organización. Dos a la vez se estorbarían, así que esta no ha empezado. Espere a que termine la otra e inténtelo de nuevo.',
    de: 'Auf diesem Computer läuft schon ein Entfernen, vielleicht in einem anderen Fenster oder durch Ihre Organisation. Zwei zugleich würden sich stören, deshalb hat dieses nicht begonnen. Warten Sie das andere ab und versuchen Sie es noch einmal.',
    fr: 'Une autre suppression est en cours sur cet ordinateur, peut-être dans une autre fenêtre ou lancée par votre organisation. Deux à la fois se gêneraient ; celle-ci n’a donc pas commencé. Attendez la fin de l’autre, puis réessayez.',
    'pt-BR':
      'Outra remoção está em andamento neste computador, talvez em outra janela ou iniciada pela sua organização. Duas ao mesmo tempo se atrapalhariam, então esta não começou. Espere a outra terminar e tente de novo.',
    ru: 'На этом компьютере уже идёт другое удаление, возможно, в другом окне или запущенное вашей организацией. Два сразу мешали бы друг другу, поэтому это не началось. Дождитесь конца другого и попробуйте снова.',
  },
  journalUnreadable: {
    en: 'The record of the removal that was begun cannot be read, so Cutover does not know how far it got and does not go on blindly. Begin a new removal; it finds what is still there.',
    es: 'No se puede leer el registro de la eliminación iniciada: Cutover no sabe hasta dónde llegó y no continúa a ciegas. Empiece una nueva eliminación; encontrará lo que queda.',
    de: 'Die Aufzeichnung des begonnenen Entfernens ist nicht lesbar; Cutover weiß nicht, wie weit es kam, und macht nicht blind weiter. Beginnen Sie neu; Cutover findet, was noch da ist.',
    fr: 'Le journal de la suppression commencée est illisible : Cutover ne sait pas où elle en était et ne continue pas à l’aveugle. Commencez-en une nouvelle ; elle trouvera ce qui reste.',
    'pt-BR':
      'O registro da remoção iniciada não pode ser lido: o Cutover não sabe até onde ela chegou e não continua às cegas. Comece uma nova remoção; ela encontra o que restou.',
    ru: 'Запись о начатом удалении не читается: Cutover не знает, до чего дошло дело, и не продолжает вслепую. Начните новое удаление, оно найдёт всё, что осталось.',
  },
  cannotWrite: {
    en: 'Cutover could not write its records, and without them it changes nothing further. Make some room on the disk, then try again.',
    es: 'Cutover no ha podido escribir sus registros y sin ellos no cambia nada más. Libere espacio en el disco e inténtelo de nuevo.',
    de: 'Cutover konnte seine Aufzeichnungen nicht schreiben, und ohne sie ändert es nichts weiter. Schaffen Sie Platz auf der Festplatte und versuchen Sie es noch einmal.',
    fr: 'Cutover n’a pas pu écrire ses journaux, et sans eux il ne change plus rien. Libérez de la place sur le disque, puis réessayez.',
    'pt-BR':
      'O Cutover não conseguiu gravar seus registros e sem eles não muda mais nada. Libere espaço no disco e tente de novo.',
    ru: 'Cutover не смог сделать свои записи, а без них он больше ничего не меняет. Освободите место на диске и попробуйте снова.',
  },
  dataFolderUnusable: {
    en: 'The folder for Cutover’s records cannot be used, so the removal did not begin. Ask whoever looks after this computer, and show them what stands below.',
    es: 'No se puede usar la carpeta para los registros de Cutover, así que la eliminación no ha empezado. Pregunte a quien administra este equipo y muéstrele lo que hay debajo.',
    de: 'Der Ordner für die Aufzeichnungen von Cutover ist nicht benutzbar; deshalb hat das Entfernen nicht begonnen. Fragen Sie, wer diesen Computer betreut, und zeigen Sie, was unten steht.',
    fr: 'Le dossier des journaux de Cutover est inutilisable ; la suppression n’a donc pas commencé. Demandez à la personne qui s’occupe de cet ordinateur et montrez-lui ce qui suit.',
    'pt-BR':
      'A pasta dos registros do Cutover não pode ser usada, então a remoção não começou. Pergunte a quem cuida deste computador e mostre o que está abaixo.',
    ru: 'Папку для записей Cutover использовать нельзя, поэтому удаление не началось. Обратитесь к тому, кто обслуживает этот компьютер, и покажите текст ниже.',
  },
  runFolderGone: {
    en: 'The records of the removal that was begun are gone, so it cannot go on. Check the computer again and begin a new removal.',
    es: 'Los registros de la eliminación iniciada han desaparecido y no se puede continuar. Compruebe el equipo otra vez y empiece una nueva eliminación.',
    de: 'Die Aufzeichnungen des begonnenen Entfernens sind weg, es kann nicht weitergehen. Prüfen Sie den Computer noch einmal und beginnen Sie neu.',
    fr: 'Les journaux de la suppression commencée ont disparu ; elle ne peut pas continuer. Vérifiez à nouveau l’ordinateur et commencez une nouvelle suppression.',
    'pt-BR':
      'Os registros da remoção iniciada sumiram, e ela não pode continuar. Verifique o computador de novo e comece uma nova remoção.',
    ru: 'Записи о начатом удалении пропали, продолжить нельзя. Проверьте компьютер снова и начните новое удаление.',
  },
  wrongInput: {
    en: 'The window asked for something that is not allowed, so nothing was done. Please report it with a support bundle.',
    es: 'La ventana ha pedido algo que no está permitido y no se ha hecho nada. Comuníquelo con un paquete de soporte.',
    de: 'Das Fenster hat etwas verlangt, was nicht erlaubt ist; es wurde nichts getan. Bitte melden Sie das mit einem Supportpaket.',
    fr: 'La fenêtre a demandé quelque chose qui n’est pas permis ; rien n’a été fait. Signalez-le avec un dossier d’assistance.',
    'pt-BR':
      'A janela pediu algo que não é permitido, e nada foi feito. Comunique isso com um pacote de suporte.',
    ru: 'Окно запросило то, что не разрешено, поэтому ничего не сделано. Сообщите об этом, приложив пакет для поддержки.',
  },
  defect: {
    en: 'Cutover has a defect and could not do this. Check the computer again to see how it stands, and please report the defect with a support bundle.',
    es: 'Cutover tiene un defecto y no ha podido hacer esto. Compruebe el equipo otra vez para ver cómo está y comunique el defecto con un paquete de soporte.',
    de: 'Cutover hat einen Fehler und konnte das nicht tun. Prüfen Sie den Computer noch einmal, um zu sehen, wie es steht, und melden Sie den Fehler bitte mit einem Supportpaket.',
    fr: 'Cutover a un défaut et n’a pas pu le faire. Vérifiez à nouveau l’ordinateur pour voir où il en est, et signalez le défaut avec un dossier d’assistance.',
    'pt-BR':
      'O Cutover tem um defeito e não conseguiu fazer isso. Verifique o computador de novo para ver como ele está e comunique o defeito com um pacote de suporte.',
    ru: 'В Cutover ошибка, сделать это не удалось. Проверьте компьютер снова, чтобы узнать его состояние, и сообщите об ошибке, приложив пакет для поддержки.',
  },
  liveCheckFailed: {
    en: 'The live check broke off, so it says nothing about the protection. Try it again; if it stays so, save a support bundle and ask for help.',
    es: 'La prueba en vivo se ha interrumpido, así que no dice nada sobre la protección. Inténtelo de nuevo; si sigue igual, guarde un paquete de soporte y pida ayuda.',
    de: 'Die Live-Prüfung brach ab; sie sagt also nichts über den Schutz. Versuchen Sie es noch einmal; bleibt es so, speichern Sie ein Supportpaket und bitten Sie um Hilfe.',
    fr: 'L’essai en direct s’est interrompu et ne dit donc rien de la protection. Réessayez ; si cela persiste, enregistrez un dossier d’assistance et demandez de l’aide.',
    'pt-BR':
      'O teste ao vivo foi interrompido e não diz nada sobre a proteção. Tente de novo; se continuar assim, salve um pacote de suporte e peça ajuda.',
    ru: 'Живая проверка прервалась и ничего не говорит о защите. Попробуйте ещё раз; если не поможет, сохраните пакет для поддержки и попросите помощи.',
  },
  bringBackFailed: {
    en: 'Microsoft Defender could not be brought back to the end. Check the protection again to see how it stands, then try once more.',
    es: 'No se ha podido terminar de recuperar Microsoft Defender. Compruebe otra vez la protección para ver cómo está e inténtelo de nuevo.',
    de: 'Microsoft Defender konnte nicht ganz zurückgeholt werden. Prüfen Sie den Schutz noch einmal, um zu sehen, wie es steht, und versuchen Sie es dann erneut.',
    fr: 'Microsoft Defender n’a pas pu être rétabli jusqu’au bout. Vérifiez de nouveau la protection pour savoir où elle en est, puis réessayez.',
    'pt-BR':
      'Não foi possível terminar de trazer o Microsoft Defender de volta. Verifique a proteção de novo para ver como está e tente outra vez.',
    ru: 'Вернуть Microsoft Defender до конца не удалось. Проверьте защиту ещё раз, чтобы узнать её состояние, и повторите попытку.',
  },
} as const satisfies Readonly<Record<(typeof detailedProblems)[number], Translated>>;
