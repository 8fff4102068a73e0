import type { Texts } from '../../../shared/i18n/message.ts';

export const choiceTexts = {
  title: {
    en: 'What you want',
    es: 'Lo que usted quiere',
    de: 'Was Sie möchten',
    fr: 'Ce que vous souhaitez',
    'pt-BR': 'O que você quer',
    ru: 'Что вы хотите',
  },
  note: {
    en: 'You decide. Nothing is ticked for you, and you can go on without either.',
    es: 'Usted decide. No hay nada marcado de antemano y puede continuar sin marcar nada.',
    de: 'Sie entscheiden. Nichts ist vorausgewählt, und Sie können auch ohne beides weitermachen.',
    fr: 'C’est vous qui décidez. Rien n’est coché d’avance et vous pouvez continuer sans rien cocher.',
    'pt-BR': 'Você decide. Nada vem marcado, e você pode continuar sem marcar nada.',
    ru: 'Решаете вы. Заранее ничего не отмечено, можно продолжить и без этого.',
  },
  enableDefender: {
    en: 'If nothing protects this PC afterwards, switch Microsoft Defender back on',
    es: 'Si después nada protege este equipo, volver a activar Microsoft Defender',
    de: 'Wenn danach nichts diesen PC schützt, Microsoft Defender wieder einschalten',
    fr: 'Si plus rien ne protège ce PC ensuite, réactiver Microsoft Defender',
    'pt-BR': 'Se depois nada proteger este PC, ligar o Microsoft Defender de novo',
    ru: 'Если потом компьютер ничто не защищает, снова включить Microsoft Defender',
  },
  enableDefenderNote: {
    en: 'Cutover then starts its services and takes away what switched it off on this computer. Policies of an organisation and tamper protection stay as they are.',
    es: 'En ese caso Cutover inicia sus servicios y quita lo que lo desactivó en este equipo. Las directivas de una organización y la protección contra alteraciones no se tocan.',
    de: 'Cutover startet dann seine Dienste und nimmt weg, was ihn auf diesem Computer ausgeschaltet hat. Richtlinien einer Organisation und der Manipulationsschutz bleiben, wie sie sind.',
    fr: 'Cutover démarre alors ses services et retire ce qui l’a désactivé sur cet ordinateur. Les stratégies d’une organisation et la protection contre les falsifications restent telles quelles.',
    'pt-BR':
      'Nesse caso o Cutover inicia os serviços dele e retira o que o desligou neste computador. Políticas de uma organização e a proteção contra violações ficam como estão.',
    ru: 'Тогда Cutover запустит его службы и уберёт то, что выключило его на этом компьютере. Политики организации и защита от подделки не меняются.',
  },
  requireReplacement: {
    en: 'Do not begin unless something will protect this PC',
    es: 'No empezar si nada va a proteger este equipo',
    de: 'Nicht beginnen, wenn danach nichts diesen PC schützt',
    fr: 'Ne pas commencer si rien ne doit protéger ce PC',
    'pt-BR': 'Não começar se nada for proteger este PC',
    ru: 'Не начинать, если потом компьютер ничто не будет защищать',
  },
  requireReplacementNote: {
    en: 'Cutover then removes nothing until an antivirus is there, or is known to take over, when Kaspersky goes.',
    es: 'Así Cutover no elimina nada hasta que haya un antivirus, o se sepa que uno tomará el relevo, cuando Kaspersky se vaya.',
    de: 'Cutover entfernt dann nichts, bis ein Virenschutz da ist oder bekannt ist, dass einer übernimmt, wenn Kaspersky geht.',
    fr: 'Cutover ne supprime alors rien tant qu’aucun antivirus n’est là ou n’est sûr de prendre le relais de Kaspersky.',
    'pt-BR':
      'Assim o Cutover não remove nada até haver um antivírus, ou até se saber que um vai assumir quando o Kaspersky sair.',
    ru: 'Тогда Cutover ничего не удалит, пока не появится антивирус или не станет известно, кто сменит Kaspersky.',
  },
  held: {
    en: 'Nothing begins like this.',
    es: 'Así no empieza nada.',
    de: 'So beginnt nichts.',
    fr: 'Rien ne commence ainsi.',
    'pt-BR': 'Assim nada começa.',
    ru: 'Так ничего не начнётся.',
  },
  heldText: {
    en: 'You asked not to begin unless something will protect this computer, and nothing is known to. Install another antivirus and check again, or take the tick away. Switching Microsoft Defender on afterwards does not count here: nobody can promise beforehand that it works.',
    es: 'Ha pedido no empezar si nada va a proteger este equipo, y no se sabe de nada que lo haga. Instale otro antivirus y compruebe otra vez, o quite la marca. Activar Microsoft Defender después no cuenta aquí: nadie puede prometer de antemano que funcione.',
    de: 'Sie wollten nur beginnen, wenn danach etwas diesen Computer schützt, und davon ist nichts bekannt. Installieren Sie einen anderen Virenschutz und prüfen Sie noch einmal, oder nehmen Sie den Haken weg. Microsoft Defender danach einzuschalten zählt hier nicht: Niemand kann vorher versprechen, dass es gelingt.',
    fr: 'Vous avez demandé de ne pas commencer si rien ne doit protéger cet ordinateur, et l’on ne connaît rien qui le fasse. Installez un autre antivirus et vérifiez de nouveau, ou décochez la case. Activer Microsoft Defender ensuite ne compte pas ici : personne ne peut promettre d’avance que cela marche.',
    'pt-BR':
      'Você pediu para não começar se nada for proteger este computador, e não se sabe de nada que vá fazê-lo. Instale outro antivírus e verifique de novo, ou desmarque a opção. Ligar o Microsoft Defender depois não conta aqui: ninguém pode prometer antes que funcione.',
    ru: 'Вы просили не начинать, если компьютер потом ничто не будет защищать, а такой защиты не видно. Установите другой антивирус и проверьте снова или снимите отметку. Включение Microsoft Defender после удаления здесь не считается: заранее никто не обещает, что оно удастся.',
  },
  heldHint: {
    en: 'Nothing is known to protect this computer afterwards.',
    es: 'No se sabe de nada que proteja después este equipo.',
    de: 'Es ist nichts bekannt, das diesen Computer danach schützt.',
    fr: 'On ne connaît rien qui protège ensuite cet ordinateur.',
    'pt-BR': 'Não se sabe de nada que proteja este computador depois.',
    ru: 'Неизвестно, что потом защитит компьютер.',
  },
} as const satisfies Texts;
