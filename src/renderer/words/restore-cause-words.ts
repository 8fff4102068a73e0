import type { RestoreCauseId } from '../../shared/domain/restore.ts';
import type { Translated } from '../../shared/i18n/message.ts';

/** Why Microsoft Defender does not protect. The setting, service or product it is about stands beside it. */
export const restoreCauseWords = {
  featureMissing: {
    en: 'Microsoft Defender is not installed on this computer.',
    es: 'Microsoft Defender no está instalado en este equipo.',
    de: 'Microsoft Defender ist auf diesem Computer nicht installiert.',
    fr: 'Microsoft Defender n’est pas installé sur cet ordinateur.',
    'pt-BR': 'O Microsoft Defender não está instalado neste computador.',
    ru: 'Microsoft Defender на этом компьютере не установлен.',
  },
  policy: {
    en: 'A policy keeps it off. Policies are set by whoever administers the computer.',
    es: 'Una directiva lo mantiene desactivado. Las directivas las fija quien administra el equipo.',
    de: 'Eine Richtlinie hält ihn ausgeschaltet. Richtlinien legt fest, wer den Computer verwaltet.',
    fr: 'Une stratégie le maintient désactivé. Les stratégies sont définies par la personne qui administre l’ordinateur.',
    'pt-BR':
      'Uma política o mantém desligado. As políticas são definidas por quem administra o computador.',
    ru: 'Его держит выключенным политика. Политики задаёт тот, кто администрирует компьютер.',
  },
  passiveMode: {
    en: 'It was told to stand back for another antivirus.',
    es: 'Se le indicó que cediera el paso a otro antivirus.',
    de: 'Er soll hinter einem anderen Virenschutz zurückstehen.',
    fr: 'Il a reçu la consigne de s’effacer devant un autre antivirus.',
    'pt-BR': 'Ele foi instruído a ceder lugar a outro antivírus.',
    ru: 'Ему велено уступать место другому антивирусу.',
  },
  localSetting: {
    en: 'A setting on this computer switches it off. A program or a person wrote it.',
    es: 'Un ajuste de este equipo lo desactiva. Lo escribió un programa o una persona.',
    de: 'Eine Einstellung auf diesem Computer schaltet ihn aus. Ein Programm oder ein Mensch hat sie gesetzt.',
    fr: 'Un réglage de cet ordinateur le désactive. Un programme ou une personne l’a modifié.',
    'pt-BR':
      'Uma configuração deste computador o desliga. Foi feita por um programa ou por uma pessoa.',
    ru: 'Его выключает настройка на этом компьютере. Её задала программа или человек.',
  },
  otherAntivirus: {
    en: 'Another antivirus is registered. Beside it, Microsoft Defender stays off.',
    es: 'Hay otro antivirus registrado. Junto a él, Microsoft Defender permanece desactivado.',
    de: 'Ein anderer Virenschutz ist angemeldet. Neben ihm bleibt Microsoft Defender aus.',
    fr: 'Un autre antivirus est enregistré. À côté de lui, Microsoft Defender reste désactivé.',
    'pt-BR': 'Outro antivírus está registrado. Ao lado dele, o Microsoft Defender fica desligado.',
    ru: 'Зарегистрирован другой антивирус. Рядом с ним Microsoft Defender остаётся выключенным.',
  },
  kasperskyThere: {
    en: 'Kaspersky is still there. Beside it, Microsoft Defender stays off.',
    es: 'Kaspersky sigue ahí. Junto a él, Microsoft Defender permanece desactivado.',
    de: 'Kaspersky ist noch da. Neben ihm bleibt Microsoft Defender aus.',
    fr: 'Kaspersky est encore là. À côté de lui, Microsoft Defender reste désactivé.',
    'pt-BR': 'O Kaspersky ainda está lá. Ao lado dele, o Microsoft Defender fica desligado.',
    ru: 'Kaspersky ещё на месте. Рядом с ним Microsoft Defender остаётся выключенным.',
  },
  deadRow: {
    en: 'Windows Security still lists an antivirus that is gone.',
    es: 'Seguridad de Windows aún muestra un antivirus que ya no está.',
    de: '„Windows-Sicherheit“ führt noch einen Virenschutz auf, der weg ist.',
    fr: 'Sécurité Windows affiche encore un antivirus qui a disparu.',
    'pt-BR': 'A Segurança do Windows ainda lista um antivírus que já saiu.',
    ru: '«Безопасность Windows» всё ещё показывает антивирус, которого уже нет.',
  },
  serviceDisabled: {
    en: 'Windows is not allowed to start its services.',
    es: 'Windows no tiene permitido iniciar sus servicios.',
    de: 'Windows darf seine Dienste nicht starten.',
    fr: 'Windows n’a pas le droit de démarrer ses services.',
    'pt-BR': 'O Windows não tem permissão para iniciar os serviços dele.',
    ru: 'Windows запрещено запускать его службы.',
  },
  serviceStopped: {
    en: 'Its service does not run.',
    es: 'Su servicio no se está ejecutando.',
    de: 'Sein Dienst läuft nicht.',
    fr: 'Son service ne tourne pas.',
    'pt-BR': 'O serviço dele não está em execução.',
    ru: 'Его служба не работает.',
  },
  signaturesOld: {
    en: 'Its updates are old.',
    es: 'Sus actualizaciones son antiguas.',
    de: 'Seine Updates sind alt.',
    fr: 'Ses mises à jour sont anciennes.',
    'pt-BR': 'As atualizações dele são antigas.',
    ru: 'Его обновления устарели.',
  },
  notKnown: {
    en: 'Not everything could be read, so the reason is not known.',
    es: 'No se ha podido leer todo, así que no se sabe el motivo.',
    de: 'Nicht alles war lesbar, daher ist der Grund nicht bekannt.',
    fr: 'Tout n’a pas pu être lu ; la raison n’est donc pas connue.',
    'pt-BR': 'Nem tudo pôde ser lido, por isso o motivo não é conhecido.',
    ru: 'Прочитать удалось не всё, поэтому причина неизвестна.',
  },
} as const satisfies Readonly<Record<RestoreCauseId, Translated>>;
