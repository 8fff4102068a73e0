import type { EvidenceKind } from '../../../shared/domain/finding.ts';
import type { Translated } from '../../../shared/i18n/message.ts';

/** Whether remains of one kind matter; null for kinds that do not remain alone. */
export const remainsWords = {
  program: null,
  installerProduct: null,
  environmentKey: null,
  process: null,
  file: null,
  scheduledTask: null,
  service: {
    en: 'An entry of a service whose program is gone. It does nothing, but can disturb Windows upgrades.',
    es: 'Una entrada de un servicio cuyo programa ya no está. No hace nada, pero puede estorbar al actualizar Windows.',
    de: 'Ein Eintrag eines Dienstes, dessen Programm weg ist. Er tut nichts, kann aber Windows-Upgrades stören.',
    fr: 'L’entrée d’un service dont le programme a disparu. Elle ne fait rien, mais peut gêner les mises à niveau de Windows.',
    'pt-BR':
      'Uma entrada de um serviço cujo programa saiu. Não faz nada, mas pode atrapalhar atualizações do Windows.',
    ru: 'Запись службы, программы которой уже нет. Она ничего не делает, но может помешать обновлению Windows.',
  },
  driver: {
    en: 'An entry of a driver. It does nothing without its file, but can disturb Windows upgrades.',
    es: 'Una entrada de un controlador. Sin su archivo no hace nada, pero puede estorbar al actualizar Windows.',
    de: 'Ein Eintrag eines Treibers. Ohne seine Datei tut er nichts, kann aber Windows-Upgrades stören.',
    fr: 'L’entrée d’un pilote. Sans son fichier, elle ne fait rien, mais peut gêner les mises à niveau de Windows.',
    'pt-BR':
      'Uma entrada de um driver. Sem o arquivo dele não faz nada, mas pode atrapalhar atualizações do Windows.',
    ru: 'Запись драйвера. Без своего файла она ничего не делает, но может помешать обновлению Windows.',
  },
  vendorKey: {
    en: 'Settings in the registry. Harmless, though they can disturb a repair of Windows.',
    es: 'Ajustes en el registro. Son inofensivos, aunque pueden estorbar al reparar Windows.',
    de: 'Einstellungen in der Registrierung. Harmlos, sie können aber eine Reparatur von Windows stören.',
    fr: 'Des réglages dans le registre. Sans danger, mais ils peuvent gêner une réparation de Windows.',
    'pt-BR':
      'Configurações no registro. São inofensivas, mas podem atrapalhar um reparo do Windows.',
    ru: 'Настройки в реестре. Они безвредны, но могут помешать восстановлению Windows.',
  },
  folder: {
    en: 'Folders on the disk. Harmless; look into them for quarantined files or vaults before you delete any.',
    es: 'Carpetas en el disco. Son inofensivas; antes de borrarlas, mire si contienen archivos en cuarentena o almacenes de contraseñas.',
    de: 'Ordner auf der Festplatte. Harmlos; sehen Sie vor dem Löschen nach, ob Dateien in Quarantäne oder Tresore darin liegen.',
    fr: 'Des dossiers sur le disque. Sans danger ; avant d’en supprimer, vérifiez s’ils contiennent des fichiers en quarantaine ou des coffres.',
    'pt-BR':
      'Pastas no disco. São inofensivas; antes de apagar, veja se há nelas arquivos em quarentena ou cofres.',
    ru: 'Папки на диске. Они безвредны; прежде чем удалять, посмотрите, нет ли в них файлов на карантине или хранилищ.',
  },
  certificate: {
    en: 'A root certificate. Remove it: whoever has its key could pretend to be any web site.',
    es: 'Un certificado raíz. Elimínelo: quien tenga su clave podría hacerse pasar por cualquier sitio web.',
    de: 'Ein Stammzertifikat. Entfernen Sie es: Wer seinen Schlüssel hat, könnte sich als jede Website ausgeben.',
    fr: 'Un certificat racine. Supprimez-le : quiconque a sa clé pourrait se faire passer pour n’importe quel site web.',
    'pt-BR':
      'Um certificado raiz. Remova-o: quem tiver a chave dele poderia se passar por qualquer site.',
    ru: 'Корневой сертификат. Удалите его: владелец его ключа может выдать себя за любой сайт.',
  },
  browserExtension: {
    en: 'A browser extension. Remove it in the browser; it no longer does anything.',
    es: 'Una extensión del navegador. Quítela en el navegador; ya no hace nada.',
    de: 'Eine Browsererweiterung. Entfernen Sie sie im Browser; sie tut nichts mehr.',
    fr: 'Une extension du navigateur. Supprimez-la dans le navigateur ; elle ne fait plus rien.',
    'pt-BR': 'Uma extensão do navegador. Remova-a no navegador; ela não faz mais nada.',
    ru: 'Расширение браузера. Удалите его в браузере: оно больше ничего не делает.',
  },
  securityProduct: {
    en: 'A row in Windows Security that leads nowhere. It can keep Microsoft Defender from taking over.',
    es: 'Una línea en Seguridad de Windows que no lleva a nada. Puede impedir que Microsoft Defender tome el relevo.',
    de: 'Eine Zeile in „Windows-Sicherheit“, die ins Leere führt. Sie kann verhindern, dass Microsoft Defender übernimmt.',
    fr: 'Une ligne de Sécurité Windows qui ne mène nulle part. Elle peut empêcher Microsoft Defender de prendre le relais.',
    'pt-BR':
      'Uma linha na Segurança do Windows que não leva a nada. Pode impedir que o Microsoft Defender assuma.',
    ru: 'Строка в «Безопасности Windows», за которой ничего нет. Она может помешать включиться Microsoft Defender.',
  },
  networkComponent: {
    en: 'A filter in the network settings. If the network works, leave it to the next clean-up.',
    es: 'Un filtro en la configuración de red. Si la red funciona, déjelo para la próxima limpieza.',
    de: 'Ein Filter in den Netzwerkeinstellungen. Wenn das Netzwerk geht, lassen Sie ihn bis zum nächsten Aufräumen.',
    fr: 'Un filtre dans les paramètres réseau. Si le réseau fonctionne, laissez-le au prochain nettoyage.',
    'pt-BR':
      'Um filtro nas configurações de rede. Se a rede funciona, deixe para a próxima limpeza.',
    ru: 'Фильтр в настройках сети. Если сеть работает, оставьте его до следующей чистки.',
  },
  classFilter: {
    en: 'A filter for keyboard or mouse. Do not delete its driver by hand.',
    es: 'Un filtro para el teclado o el ratón. No borre su controlador a mano.',
    de: 'Ein Filter für Tastatur oder Maus. Löschen Sie seinen Treiber nicht von Hand.',
    fr: 'Un filtre pour le clavier ou la souris. Ne supprimez pas son pilote à la main.',
    'pt-BR': 'Um filtro de teclado ou mouse. Não apague o driver dele à mão.',
    ru: 'Фильтр клавиатуры или мыши. Не удаляйте его драйвер вручную.',
  },
} as const satisfies Readonly<Record<EvidenceKind, Translated | null>>;
