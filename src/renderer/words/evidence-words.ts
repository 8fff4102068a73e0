import type { EvidenceKind } from '../../shared/finding.ts';
import type { Translated } from '../i18n/message.ts';

/** Where on the computer a reason was seen. */
export const evidenceWords = {
  program: { en: 'List of programs', es: 'Lista de programas', de: 'Programmliste', fr: 'Liste des programmes', 'pt-BR': 'Lista de programas', ru: 'Список программ' },
  installerProduct: { en: 'Windows Installer', es: 'Windows Installer', de: 'Windows Installer', fr: 'Windows Installer', 'pt-BR': 'Windows Installer', ru: 'Установщик Windows' },
  environmentKey: { en: 'Settings', es: 'Configuración', de: 'Einstellungen', fr: 'Paramètres', 'pt-BR': 'Configurações', ru: 'Настройки' },
  vendorKey: { en: 'Registry', es: 'Registro', de: 'Registrierung', fr: 'Registre', 'pt-BR': 'Registro', ru: 'Реестр' },
  service: { en: 'Service', es: 'Servicio', de: 'Dienst', fr: 'Service', 'pt-BR': 'Serviço', ru: 'Служба' },
  driver: { en: 'Driver', es: 'Controlador', de: 'Treiber', fr: 'Pilote', 'pt-BR': 'Driver', ru: 'Драйвер' },
  process: { en: 'Running program', es: 'Programa en ejecución', de: 'Laufendes Programm', fr: 'Programme en cours', 'pt-BR': 'Programa em execução', ru: 'Запущенная программа' },
  folder: { en: 'Folder', es: 'Carpeta', de: 'Ordner', fr: 'Dossier', 'pt-BR': 'Pasta', ru: 'Папка' },
  file: { en: 'File', es: 'Archivo', de: 'Datei', fr: 'Fichier', 'pt-BR': 'Arquivo', ru: 'Файл' },
  certificate: { en: 'Certificate', es: 'Certificado', de: 'Zertifikat', fr: 'Certificat', 'pt-BR': 'Certificado', ru: 'Сертификат' },
  scheduledTask: { en: 'Scheduled task', es: 'Tarea programada', de: 'Geplante Aufgabe', fr: 'Tâche planifiée', 'pt-BR': 'Tarefa agendada', ru: 'Задание планировщика' },
  browserExtension: { en: 'Browser extension', es: 'Extensión del navegador', de: 'Browsererweiterung', fr: 'Extension du navigateur', 'pt-BR': 'Extensão do navegador', ru: 'Расширение браузера' },
  networkComponent: { en: 'Network', es: 'Red', de: 'Netzwerk', fr: 'Réseau', 'pt-BR': 'Rede', ru: 'Сеть' },
  classFilter: { en: 'Device filter', es: 'Filtro de dispositivo', de: 'Gerätefilter', fr: 'Filtre de périphérique', 'pt-BR': 'Filtro de dispositivo', ru: 'Фильтр устройств' },
  securityProduct: { en: 'Windows Security', es: 'Seguridad de Windows', de: 'Windows-Sicherheit', fr: 'Sécurité Windows', 'pt-BR': 'Segurança do Windows', ru: 'Безопасность Windows' },
} as const satisfies Readonly<Record<EvidenceKind, Translated>>;
