import type { HazardDictionary } from './hazard-words.ts';

export const hazardWordsDe = {
  'disk-encryption': {
    title: 'Kaspersky hat vielleicht eine Festplatte dieses Computers verschlüsselt',
    explanation:
      'Beim Entfernen wird nichts entschlüsselt. Die Festplatte könnte unlesbar werden, und Windows startet dann vielleicht nicht mehr.',
    advice:
      'Lassen Sie die IT alle Festplatten über Kaspersky Security Center entschlüsseln, starten Sie neu und prüfen Sie noch einmal. Entfernen Sie vorher nichts.',
  },
  'file-encryption': {
    title: 'Kaspersky hat vielleicht Dateien auf diesem Computer verschlüsselt',
    explanation:
      'Verschlüsselte Dateien lassen sich nur öffnen, solange das Produkt und seine Schlüssel da sind. Danach wären sie verloren.',
    advice:
      'Lassen Sie die IT die Dateien über Kaspersky Security Center entschlüsseln, oder kopieren Sie sie heraus, solange sie sich öffnen lassen. Prüfen Sie dann noch einmal.',
  },
  'encryption-not-checked': {
    title: 'Es ist nicht bekannt, ob Kaspersky hier etwas verschlüsselt hat',
    explanation:
      'Die Stelle, an der man Verschlüsselung sieht, konnte nicht gelesen werden. Verschlüsselte Daten wären mit dem Produkt verloren.',
    advice:
      'Starten Sie Cutover als Administrator und prüfen Sie noch einmal, oder klären Sie mit der IT, dass hier nichts von Kaspersky verschlüsselt ist.',
  },
  'managed-by-security-center': {
    title: 'Dieser Computer wird oder wurde von einer Organisation verwaltet',
    explanation:
      'Ein Kaspersky Security Center betreut diesen Computer oder tat es früher. Vielleicht wurde ein Kennwort gesetzt, etwas verschlüsselt, oder das Produkt wird neu installiert.',
    advice:
      'Fragen Sie Ihre IT. Wenn Sie dieses Security Center selbst verwalten, bestätigen Sie das und machen Sie weiter.',
  },
  'safe-mode': {
    title: 'Windows ist im abgesicherten Modus',
    explanation:
      'Windows Installer arbeitet im abgesicherten Modus nicht, also ließe sich nichts richtig entfernen.',
    advice: 'Starten Sie Windows normal neu und öffnen Sie Cutover wieder.',
  },
  password: {
    title: 'Ein Kennwort schützt Kaspersky vor dem Entfernen',
    explanation:
      'In Kaspersky wurde ein Kennwort gesetzt. Ohne es misslingt das Entfernen, und Cutover umgeht es nicht.',
    advice:
      'Öffnen Sie Kaspersky, schalten Sie in den Einstellungen den Kennwortschutz aus, oder halten Sie das Kennwort bereit. Warten Sie dann eine halbe Minute und prüfen Sie noch einmal.',
  },
  'password-may-be-needed': {
    title: 'Vielleicht wird ein Kennwort verlangt',
    explanation:
      'Administratoren schützen dieses Produkt oft mit einem Kennwort (Benutzer KLAdmin). Von außen sieht man das nicht; ohne das richtige misslingt das Entfernen.',
    advice: 'Fragen Sie die IT danach und geben Sie es vor dem Entfernen ein.',
  },
  'agent-password-may-be-needed': {
    title: 'Der Administrationsagent verlangt vielleicht ein eigenes Kennwort',
    explanation:
      'Der Administrationsagent kann ein eigenes Deinstallationskennwort haben, ein anderes als der Virenschutz.',
    advice:
      'Fragen Sie die Verwaltung des Security Centers und geben Sie es vor dem Entfernen ein.',
  },
  'password-vault': {
    title: 'Ihre Kennwörter liegen im Kaspersky Password Manager',
    explanation:
      'Ist das Programm weg, lassen sich die Kennwörter auf diesem Computer nicht mehr öffnen. Das Hauptkennwort kann niemand wiederherstellen. Die Tresordatei bleibt liegen.',
    advice:
      'Öffnen Sie Kaspersky Password Manager, exportieren Sie Ihre Kennwörter und prüfen Sie, dass sie am neuen Ort angekommen sind.',
  },
  'data-vault': {
    title: 'Datentresore (verschlüsselte Container) lassen sich danach nicht öffnen',
    explanation:
      'Dieses Produkt kann Dateien in einem verschlüsselten Tresor aufbewahren. Ohne Produkt und Kennwort kann ihn niemand öffnen.',
    advice:
      'Wenn Sie einen Tresor angelegt haben, entsperren Sie ihn und kopieren Sie Ihre Dateien heraus.',
  },
  'backup-archives': {
    title: 'Mit Kaspersky gemachte Sicherungen',
    explanation:
      'Das Produkt kann Sicherungen machen. Diese lassen sich vielleicht nur damit lesen.',
    advice:
      'Wenn Sie mit Kaspersky gesichert haben, stellen Sie die Sicherungen vorher in einem gewöhnlichen Ordner wieder her.',
  },
  'quarantine-lost': {
    title: 'Dateien in Quarantäne',
    explanation:
      'Dateien, die Kaspersky in Quarantäne oder in seinen Speicher gelegt hat, sind danach nicht mehr lesbar.',
    advice:
      'Wenn Ihnen eine Datei fehlt, die Kaspersky irrtümlich weggenommen hat, stellen Sie sie vorher in Kaspersky wieder her.',
  },
  'vpn-kill-switch': {
    title: 'Das VPN kann die Verbindung trennen',
    explanation:
      'Ist das VPN an oder sperrt es das Internet ohne VPN, kann die Verbindung während des Entfernens ausfallen.',
    advice: 'Schalten Sie das VPN und seine Sperre (Kill Switch) vorher aus.',
  },
  'safe-kids-credentials': {
    title: 'Safe Kids fragt vielleicht nach dem Konto der Eltern',
    explanation: 'Beim Deinstallieren wird vielleicht das My-Kaspersky-Konto der Eltern verlangt.',
    advice: 'Halten Sie E-Mail-Adresse und Kennwort dieses Kontos bereit.',
  },
  'bitlocker-key': {
    title: 'Sichern Sie zuerst den BitLocker-Wiederherstellungsschlüssel',
    explanation:
      'Eine Festplatte ist mit BitLocker verschlüsselt, und Kaspersky kann das verwalten. Der Schlüssel liegt dann vielleicht nur im Kaspersky Security Center. Ohne ihn bleibt die Festplatte zu, wenn Windows danach fragt.',
    advice:
      'Suchen Sie in Windows nach „BitLocker verwalten“, wählen Sie „Wiederherstellungsschlüssel sichern“ und bewahren Sie ihn außerhalb dieses Computers auf.',
  },
  'bitlocker-unknown': {
    title: 'Prüfen Sie, ob BitLocker an ist',
    explanation:
      'Ob eine Festplatte mit BitLocker verschlüsselt ist, konnte nicht gelesen werden. Wenn ja, verwaltet Kaspersky das vielleicht, und der Schlüssel liegt nur im Kaspersky Security Center.',
    advice:
      'Suchen Sie in Windows nach „BitLocker verwalten“. Ist es an, wählen Sie „Wiederherstellungsschlüssel sichern“ und bewahren Sie ihn außerhalb dieses Computers auf.',
  },
  'pending-restart': {
    title: 'Windows wartet auf einen Neustart',
    explanation:
      'Eine frühere Installation oder ein Update ist nicht fertig. In diesem Zustand misslingt das Entfernen oft.',
    advice: 'Starten Sie den Computer zuerst neu und öffnen Sie dann Cutover wieder.',
  },
  'missing-installer-package': {
    title: 'Das Paket, das Windows zum Entfernen braucht, fehlt',
    explanation:
      'Windows bewahrt zum Entfernen eine Kopie des Installationspakets auf. Hier fehlt sie, also wird das Entfernen wohl misslingen.',
    advice:
      'Besorgen Sie das Installationspaket genau dieser Version. Gibt es keines, bleibt Kasperskys eigenes Entfernungsprogramm, von Hand.',
  },
  'management-server': {
    title: 'Dies ist der Server oder die Konsole, die andere Computer verwaltet',
    explanation:
      'Ohne ihn kann niemand Kaspersky auf den zugehörigen Computern verwalten, entschlüsseln oder sauber entfernen.',
    advice:
      'Entfernen Sie Kaspersky zuerst von allen verwalteten Computern und sichern Sie Verschlüsselungs- und BitLocker-Schlüssel.',
  },
  'input-filters': {
    title: 'Kaspersky sitzt zwischen Tastatur, Maus und Windows',
    explanation:
      'Das Produkt hat Treiber vor Tastatur und Maus gesetzt. Seine eigene Deinstallation nimmt sie heraus; von Hand gelöscht, fielen beide aus.',
    advice: 'Ändern Sie daran nichts von Hand.',
  },
  'network-filter': {
    title: 'Kaspersky sitzt in der Netzwerkverbindung',
    explanation:
      'Das Produkt hat in jede Netzwerkverbindung einen Filter gesetzt. Seine eigene Deinstallation nimmt ihn heraus; die Verbindung kann kurz ausfallen.',
    advice:
      'Halten Sie die Anleitung aus dem Bericht bereit, damit Sie sie auch ohne Internet haben.',
  },
  'windows-update-redirect': {
    title: 'Prüfen Sie danach Windows Update',
    explanation:
      'Der Administrationsagent kann auch Windows-Updates liefern. Bleibt diese Einstellung zurück, geht Windows Update nicht mehr.',
    advice: 'Suchen Sie danach in Windows einmal nach Updates und sehen Sie, ob es klappt.',
  },
  'protected-service': {
    title: 'Windows schützt einen Dienst dieses Produkts',
    explanation:
      'Auch ein Administrator kann ihn nicht beenden. Das kann nur das Entfernen über Windows Installer.',
    advice: 'Versuchen Sie nicht, ihn von Hand zu beenden oder zu löschen.',
  },
  'self-defence': {
    title: 'Kaspersky verteidigt sich selbst',
    explanation:
      'Dienste, Dateien und Registrierung lassen sich nicht ändern, solange es installiert ist. Nur die eigene Deinstallation kann sie entfernen.',
    advice: 'Versuchen Sie nicht, Programme von Hand zu beenden oder Dateien zu löschen.',
  },
  'server-edition': {
    title: 'Dies ist ein Windows Server',
    explanation:
      'Auf einem Server schaltet sich Microsoft Defender nicht selbst ein, und es gibt kein Sicherheitscenter, das man fragen könnte.',
    advice:
      'Halten Sie einen anderen Virenschutz bereit oder schalten Sie Microsoft Defender danach selbst ein.',
  },
  'no-replacement': {
    title: 'Danach schützt diesen Computer vielleicht nichts',
    explanation: 'Es ist kein anderer Virenschutz bekannt, der übernimmt, wenn Kaspersky weg ist.',
    advice:
      'Halten Sie einen anderen Virenschutz bereit, oder schalten Sie danach Microsoft Defender ein.',
  },
  'defender-returns': {
    title: 'Microsoft Defender sollte übernehmen',
    explanation:
      'Windows schaltet Microsoft Defender normalerweise selbst ein, wenn der andere Virenschutz weg ist. Das kann einige Minuten oder einen Neustart dauern.',
    advice: 'Cutover prüft danach, ob es geschehen ist.',
  },
  'not-elevated': {
    title: 'Manches ist nur als Administrator zu sehen',
    explanation:
      'Diese Liste entstand ohne Administratorrechte und ist vielleicht nicht vollständig.',
    advice: 'Starten Sie Cutover als Administrator, um alles zu sehen und etwas zu entfernen.',
  },
  'portable-tools': {
    title: 'Ein Kaspersky-Werkzeug, das nie installiert wurde',
    explanation:
      'Es gibt ein Werkzeug oder seinen Ordner, aber keine Installation. Es läuft nicht von selbst und hat keine Deinstallation.',
    advice:
      'Schließen Sie es. Löschen Sie den Ordner, wenn Sie aus seiner Quarantäne nichts brauchen.',
  },
  'us-updates': {
    title: 'Kaspersky in den USA',
    explanation:
      'Seit dem 29. September 2024 darf Kaspersky in den USA keine Updates liefern; dieser Virenschutz schützt Sie dort nicht mehr. Die Benutzung ist nicht verboten; die Behörden raten zum Wechsel.',
    advice: 'Wenn Sie in den USA sind, schieben Sie den Wechsel nicht auf.',
  },
} as const satisfies HazardDictionary;
