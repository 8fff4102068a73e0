import type { Family } from '../../shared/finding.ts';
import type { Translated } from '../i18n/message.ts';

/** What a product is for, as a label. */
export const familyWords = {
  antivirus: {
    en: 'Antivirus', es: 'Antivirus', de: 'Virenschutz', fr: 'Antivirus', 'pt-BR': 'Antivírus', ru: 'Антивирус',
  },
  endpoint: {
    en: 'Antivirus for companies', es: 'Antivirus para empresas', de: 'Virenschutz für Firmen',
    fr: 'Antivirus pour entreprises', 'pt-BR': 'Antivírus para empresas', ru: 'Антивирус для организаций',
  },
  edr: {
    en: 'Monitoring by the organisation', es: 'Supervisión de la organización', de: 'Überwachung durch die Organisation',
    fr: 'Surveillance par l’organisation', 'pt-BR': 'Monitoramento da organização', ru: 'Наблюдение организации',
  },
  agent: {
    en: 'Link to the organisation', es: 'Conexión con la organización', de: 'Verbindung zur Organisation',
    fr: 'Lien avec l’organisation', 'pt-BR': 'Ligação com a organização', ru: 'Связь с организацией',
  },
  vpn: { en: 'VPN', es: 'VPN', de: 'VPN', fr: 'VPN', 'pt-BR': 'VPN', ru: 'VPN' },
  passwordManager: {
    en: 'Password manager', es: 'Gestor de contraseñas', de: 'Kennwortverwaltung', fr: 'Gestionnaire de mots de passe',
    'pt-BR': 'Gerenciador de senhas', ru: 'Менеджер паролей',
  },
  childSafety: {
    en: 'Child safety', es: 'Protección infantil', de: 'Kinderschutz', fr: 'Protection des enfants',
    'pt-BR': 'Proteção infantil', ru: 'Детская безопасность',
  },
  server: {
    en: 'Server protection', es: 'Protección de servidor', de: 'Serverschutz', fr: 'Protection de serveur',
    'pt-BR': 'Proteção de servidor', ru: 'Защита сервера',
  },
  management: {
    en: 'Management of other computers', es: 'Gestión de otros equipos', de: 'Verwaltung anderer Computer',
    fr: 'Gestion d’autres ordinateurs', 'pt-BR': 'Gerenciamento de outros computadores', ru: 'Управление другими компьютерами',
  },
  scanner: {
    en: 'Scanner on demand', es: 'Analizador a petición', de: 'Prüfprogramm', fr: 'Analyse à la demande',
    'pt-BR': 'Verificador sob demanda', ru: 'Сканер по запросу',
  },
  successor: {
    en: 'From another company', es: 'De otra empresa', de: 'Von einer anderen Firma', fr: 'D’une autre société',
    'pt-BR': 'De outra empresa', ru: 'Другой компании',
  },
  embeddedEngine: {
    en: 'From another company', es: 'De otra empresa', de: 'Von einer anderen Firma', fr: 'D’une autre société',
    'pt-BR': 'De outra empresa', ru: 'Другой компании',
  },
  other: {
    en: 'Other program', es: 'Otro programa', de: 'Anderes Programm', fr: 'Autre programme', 'pt-BR': 'Outro programa', ru: 'Другая программа',
  },
} as const satisfies Readonly<Record<Family, Translated>>;
