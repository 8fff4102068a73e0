import type { Remedy } from '../../shared/domain/restore.ts';
import type { Translated } from '../../shared/i18n/message.ts';

/** Who can change what keeps Microsoft Defender off, and how. */
export const remedyWords = {
  cutover: {
    en: 'Cutover can change this if you allow it.',
    es: 'Cutover puede cambiarlo si usted lo permite.',
    de: 'Das kann Cutover ändern, wenn Sie es erlauben.',
    fr: 'Cutover peut le changer si vous l’autorisez.',
    'pt-BR': 'O Cutover pode mudar isso se você permitir.',
    ru: 'Cutover может это изменить, если вы разрешите.',
  },
  startAsAdministrator: {
    en: 'Close Cutover, right-click it, and choose “Run as administrator”.',
    es: 'Cierre Cutover, haga clic derecho sobre él y elija «Ejecutar como administrador».',
    de: 'Schließen Sie Cutover, klicken Sie es mit der rechten Maustaste an und wählen Sie „Als Administrator ausführen“.',
    fr: 'Fermez Cutover, faites un clic droit dessus et choisissez « Exécuter en tant qu’administrateur ».',
    'pt-BR':
      'Feche o Cutover, clique nele com o botão direito e escolha “Executar como administrador”.',
    ru: 'Закройте Cutover, щёлкните его правой кнопкой мыши и выберите «Запуск от имени администратора».',
  },
  installFeature: {
    en: 'On a server, whoever administers it adds Microsoft Defender as a feature of Windows and restarts.',
    es: 'En un servidor, quien lo administra añade Microsoft Defender como característica de Windows y reinicia.',
    de: 'Auf einem Server fügt, wer ihn verwaltet, Microsoft Defender als Feature von Windows hinzu und startet neu.',
    fr: 'Sur un serveur, la personne qui l’administre ajoute Microsoft Defender comme fonctionnalité de Windows et redémarre.',
    'pt-BR':
      'Em um servidor, quem o administra adiciona o Microsoft Defender como recurso do Windows e reinicia.',
    ru: 'На сервере администратор добавляет Microsoft Defender как компонент Windows и перезагружает его.',
  },
  repairWindows: {
    en: 'Install another antivirus, or have Windows repaired: it normally brings Microsoft Defender along.',
    es: 'Instale otro antivirus o haga reparar Windows: normalmente incluye Microsoft Defender.',
    de: 'Installieren Sie einen anderen Virenschutz oder lassen Sie Windows reparieren: Microsoft Defender gehört normalerweise dazu.',
    fr: 'Installez un autre antivirus ou faites réparer Windows : il contient normalement Microsoft Defender.',
    'pt-BR':
      'Instale outro antivírus ou mande reparar o Windows: ele normalmente inclui o Microsoft Defender.',
    ru: 'Установите другой антивирус или восстановите Windows: обычно Microsoft Defender входит в неё.',
  },
  organisation: {
    en: 'Only whoever administers this computer may change it. At work, ask your IT department; Cutover leaves policies alone.',
    es: 'Solo puede cambiarlo quien administra este equipo. En el trabajo, pregunte al departamento de informática; Cutover no toca las directivas.',
    de: 'Das darf nur ändern, wer diesen Computer verwaltet. Fragen Sie bei der Arbeit die IT; Cutover lässt Richtlinien in Ruhe.',
    fr: 'Seule la personne qui administre cet ordinateur peut le changer. Au travail, demandez au service informatique ; Cutover ne touche pas aux stratégies.',
    'pt-BR':
      'Só quem administra este computador pode mudar isso. No trabalho, fale com a TI; o Cutover não mexe em políticas.',
    ru: 'Изменить это может только тот, кто администрирует компьютер. На работе обратитесь в ИТ-отдел: Cutover политики не трогает.',
  },
  localPolicyEditor: {
    en: 'It was set on this computer. Open “Edit group policy” (gpedit.msc), set it to “Not configured”, and check again.',
    es: 'Se fijó en este equipo. Abra «Editar directiva de grupo» (gpedit.msc), elija «No configurada» y compruebe otra vez.',
    de: 'Sie wurde auf diesem Computer gesetzt. Öffnen Sie „Gruppenrichtlinie bearbeiten“ (gpedit.msc), stellen Sie sie auf „Nicht konfiguriert“ und prüfen Sie noch einmal.',
    fr: 'Elle a été définie sur cet ordinateur. Ouvrez « Modifier la stratégie de groupe » (gpedit.msc), choisissez « Non configuré » et vérifiez de nouveau.',
    'pt-BR':
      'Ela foi definida neste computador. Abra “Editar política de grupo” (gpedit.msc), escolha “Não configurado” e verifique de novo.',
    ru: 'Она задана на этом компьютере. Откройте «Изменение групповой политики» (gpedit.msc), выберите «Не задано» и проверьте снова.',
  },
  otherProduct: {
    en: 'Repair that product, or remove it with its own installer. Then check again.',
    es: 'Repare ese producto o elimínelo con su propio instalador. Después compruebe otra vez.',
    de: 'Reparieren Sie dieses Produkt oder entfernen Sie es mit seinem eigenen Installationsprogramm. Prüfen Sie dann noch einmal.',
    fr: 'Réparez ce produit ou supprimez-le avec son propre programme d’installation. Vérifiez ensuite de nouveau.',
    'pt-BR': 'Repare esse produto ou remova-o com o próprio instalador. Depois verifique de novo.',
    ru: 'Восстановите эту программу или удалите её собственным установщиком. Затем проверьте снова.',
  },
  removeKaspersky: {
    en: 'Remove it first, with this guide.',
    es: 'Elimínelo primero con esta guía.',
    de: 'Entfernen Sie es zuerst mit dieser Anleitung.',
    fr: 'Supprimez-le d’abord avec ce guide.',
    'pt-BR': 'Remova-o primeiro com este guia.',
    ru: 'Сначала удалите его с помощью этой программы.',
  },
  restartWindows: {
    en: 'Restart the computer; Windows usually clears such entries itself. Then check again.',
    es: 'Reinicie el equipo; Windows suele borrar esas entradas por sí solo. Después compruebe otra vez.',
    de: 'Starten Sie den Computer neu; Windows räumt solche Einträge meist selbst weg. Prüfen Sie dann noch einmal.',
    fr: 'Redémarrez l’ordinateur ; Windows efface d’habitude ces entrées lui-même. Vérifiez ensuite de nouveau.',
    'pt-BR':
      'Reinicie o computador; o Windows costuma limpar essas entradas sozinho. Depois verifique de novo.',
    ru: 'Перезагрузите компьютер: обычно Windows сама убирает такие записи. Затем проверьте снова.',
  },
  turnOnInWindowsSecurity: {
    en: 'Windows lets no program change this. Open Windows Security, “Virus & threat protection”, “Manage settings”, and turn real-time protection on yourself.',
    es: 'Windows no deja que ningún programa lo cambie. Abra Seguridad de Windows, «Protección antivirus y contra amenazas», «Administrar la configuración» y active usted la protección en tiempo real.',
    de: 'Das lässt Windows kein Programm ändern. Öffnen Sie „Windows-Sicherheit“, „Viren- & Bedrohungsschutz“, „Einstellungen verwalten“ und schalten Sie den Echtzeitschutz selbst ein.',
    fr: 'Windows ne laisse aucun programme le changer. Ouvrez Sécurité Windows, « Protection contre les virus et menaces », « Gérer les paramètres » et activez vous-même la protection en temps réel.',
    'pt-BR':
      'O Windows não deixa nenhum programa mudar isso. Abra a Segurança do Windows, “Proteção contra vírus e ameaças”, “Gerenciar configurações”, e ative você mesmo a proteção em tempo real.',
    ru: 'Windows не позволяет программам это менять. Откройте «Безопасность Windows», «Защита от вирусов и угроз», «Управление настройками» и включите защиту в реальном времени сами.',
  },
  byHand: {
    en: 'Cutover does not understand what stands there and leaves it alone. Ask somebody who knows Windows well.',
    es: 'Cutover no entiende lo que hay ahí y no lo toca. Pregunte a alguien que conozca bien Windows.',
    de: 'Cutover versteht nicht, was dort steht, und lässt es in Ruhe. Fragen Sie jemanden, der sich mit Windows auskennt.',
    fr: 'Cutover ne comprend pas ce qui s’y trouve et n’y touche pas. Demandez à quelqu’un qui connaît bien Windows.',
    'pt-BR':
      'O Cutover não entende o que está ali e não mexe. Pergunte a alguém que conheça bem o Windows.',
    ru: 'Cutover не понимает, что там записано, и не трогает это. Спросите того, кто хорошо знает Windows.',
  },
} as const satisfies Readonly<Record<Remedy, Translated>>;
