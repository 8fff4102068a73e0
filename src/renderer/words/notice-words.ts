import type { Family } from '../../shared/domain/finding.ts';
import type { Translated } from '../../shared/i18n/message.ts';

const antivirus = {
  en: 'This takes some minutes and often ends with a restart.',
  es: 'Tarda unos minutos y suele terminar con un reinicio.',
  de: 'Das dauert einige Minuten und endet oft mit einem Neustart.',
  fr: 'Cela prend quelques minutes et se termine souvent par un redémarrage.',
  'pt-BR': 'Leva alguns minutos e muitas vezes termina com uma reinicialização.',
  ru: 'Это займёт несколько минут и часто заканчивается перезагрузкой.',
} as const;

const other = {
  en: 'You will hardly notice it.',
  es: 'Apenas lo notará.',
  de: 'Davon merken Sie kaum etwas.',
  fr: 'Vous le remarquerez à peine.',
  'pt-BR': 'Você quase não vai perceber.',
  ru: 'Вы этого почти не заметите.',
} as const;

/** What a person notices while a product of a family is removed. */
export const noticeWords = {
  antivirus,
  endpoint: antivirus,
  server: antivirus,
  edr: other,
  other,
  successor: other,
  embeddedEngine: other,
  scanner: other,
  agent: {
    en: 'The connection to your organisation’s Kaspersky server ends.',
    es: 'Termina la conexión con el servidor de Kaspersky de su organización.',
    de: 'Die Verbindung zum Kaspersky-Server Ihrer Organisation endet.',
    fr: 'La connexion au serveur Kaspersky de votre organisation prend fin.',
    'pt-BR': 'A ligação com o servidor Kaspersky da sua organização termina.',
    ru: 'Связь с сервером Kaspersky вашей организации прекратится.',
  },
  management: {
    en: 'This computer no longer manages others.',
    es: 'Este equipo deja de gestionar otros.',
    de: 'Dieser Computer verwaltet keine anderen mehr.',
    fr: 'Cet ordinateur ne gère plus les autres.',
    'pt-BR': 'Este computador deixa de gerenciar outros.',
    ru: 'Этот компьютер больше не управляет другими.',
  },
  vpn: {
    en: 'The internet connection may stop for a moment.',
    es: 'La conexión a internet puede cortarse un momento.',
    de: 'Die Internetverbindung kann kurz ausfallen.',
    fr: 'La connexion internet peut s’interrompre un instant.',
    'pt-BR': 'A conexão com a internet pode parar por um momento.',
    ru: 'Интернет может ненадолго пропасть.',
  },
  passwordManager: {
    en: 'The file with your stored passwords stays on the computer.',
    es: 'El archivo con sus contraseñas guardadas se queda en el equipo.',
    de: 'Die Datei mit Ihren gespeicherten Kennwörtern bleibt auf dem Computer.',
    fr: 'Le fichier de vos mots de passe reste sur l’ordinateur.',
    'pt-BR': 'O arquivo com suas senhas salvas fica no computador.',
    ru: 'Файл с сохранёнными паролями остаётся на компьютере.',
  },
  childSafety: {
    en: 'Its rules for children no longer apply.',
    es: 'Sus reglas para niños dejan de aplicarse.',
    de: 'Seine Regeln für Kinder gelten nicht mehr.',
    fr: 'Ses règles pour les enfants ne s’appliquent plus.',
    'pt-BR': 'As regras dele para crianças deixam de valer.',
    ru: 'Его правила для детей перестанут действовать.',
  },
} as const satisfies Readonly<Record<Family, Translated>>;
