import type { Translated } from '../../shared/i18n/message.ts';

interface Words {
  readonly title: Translated;
  readonly description: Translated;
}

/** This computer and the practice computers, by their ids. */
export const machineWords: Readonly<Record<string, Words>> = {
  'this-computer': {
    title: {
      en: 'This computer',
      es: 'Este equipo',
      de: 'Dieser Computer',
      fr: 'Cet ordinateur',
      'pt-BR': 'Este computador',
      ru: 'Этот компьютер',
    },
    description: {
      en: 'Finds and removes Kaspersky on the computer you are sitting at.',
      es: 'Busca y elimina Kaspersky en el equipo que tiene delante.',
      de: 'Findet und entfernt Kaspersky auf dem Computer, vor dem Sie sitzen.',
      fr: 'Trouve et supprime Kaspersky sur l’ordinateur devant vous.',
      'pt-BR': 'Encontra e remove o Kaspersky no computador à sua frente.',
      ru: 'Находит и удаляет Kaspersky на компьютере, за которым вы сидите.',
    },
  },
  'family-pc': {
    title: {
      en: 'A family computer',
      es: 'Un equipo familiar',
      de: 'Ein Familiencomputer',
      fr: 'Un ordinateur familial',
      'pt-BR': 'Um computador de família',
      ru: 'Семейный компьютер',
    },
    description: {
      en: 'The antivirus, its VPN, and something left by a former employer.',
      es: 'El antivirus, su VPN y algo que dejó un antiguo empleador.',
      de: 'Der Virenschutz, sein VPN und etwas von einem früheren Arbeitgeber.',
      fr: 'L’antivirus, son VPN et quelque chose d’un ancien employeur.',
      'pt-BR': 'O antivírus, a VPN dele e algo deixado por um antigo empregador.',
      ru: 'Антивирус, его VPN и кое-что от бывшего работодателя.',
    },
  },
  home: {
    title: {
      en: 'A home computer with everything',
      es: 'Un equipo doméstico con todo',
      de: 'Ein Heimcomputer mit allem',
      fr: 'Un ordinateur personnel avec tout',
      'pt-BR': 'Um computador doméstico com tudo',
      ru: 'Домашний компьютер со всем набором',
    },
    description: {
      en: 'The antivirus, VPN and Password Manager; some remains stay.',
      es: 'Antivirus, VPN y gestor de contraseñas; quedan algunos restos.',
      de: 'Virenschutz, VPN und Kennwortverwaltung; einige Reste bleiben.',
      fr: 'Antivirus, VPN et gestionnaire de mots de passe ; il reste des traces.',
      'pt-BR': 'Antivírus, VPN e gerenciador de senhas; alguns vestígios ficam.',
      ru: 'Антивирус, VPN и менеджер паролей; кое-что остаётся.',
    },
  },
  business: {
    title: {
      en: 'A managed office computer',
      es: 'Un equipo de oficina gestionado',
      de: 'Ein verwalteter Bürocomputer',
      fr: 'Un ordinateur de bureau géré',
      'pt-BR': 'Um computador de escritório gerenciado',
      ru: 'Управляемый офисный компьютер',
    },
    description: {
      en: 'Two products protected by the password “practice”.',
      es: 'Dos productos protegidos con la contraseña «practice».',
      de: 'Zwei Produkte, geschützt durch das Kennwort „practice“.',
      fr: 'Deux produits protégés par le mot de passe « practice ».',
      'pt-BR': 'Dois produtos protegidos pela senha “practice”.',
      ru: 'Две программы, защищённые паролем «practice».',
    },
  },
  'defender-off': {
    title: {
      en: 'A computer that nothing protects',
      es: 'Un equipo que nada protege',
      de: 'Ein Computer, den nichts schützt',
      fr: 'Un ordinateur que rien ne protège',
      'pt-BR': 'Um computador que nada protege',
      ru: 'Компьютер, который ничто не защищает',
    },
    description: {
      en: 'The antivirus goes, and Microsoft Defender was switched off: nothing takes over.',
      es: 'El antivirus se va y Microsoft Defender se desactivó: nada lo releva.',
      de: 'Der Virenschutz geht, und Microsoft Defender wurde ausgeschaltet: Nichts übernimmt.',
      fr: 'L’antivirus part et Microsoft Defender a été désactivé : rien ne prend le relais.',
      'pt-BR': 'O antivírus sai e o Microsoft Defender foi desligado: nada assume.',
      ru: 'Антивирус уходит, а Microsoft Defender был выключен: заменить его некому.',
    },
  },
  encrypted: {
    title: {
      en: 'An office computer with an encrypted disk',
      es: 'Un equipo de oficina con el disco cifrado',
      de: 'Ein Bürocomputer mit verschlüsselter Festplatte',
      fr: 'Un ordinateur de bureau au disque chiffré',
      'pt-BR': 'Um computador de escritório com disco criptografado',
      ru: 'Офисный компьютер с зашифрованным диском',
    },
    description: {
      en: 'Removing anything would be dangerous, so Cutover has to stop.',
      es: 'Eliminar algo sería peligroso, así que Cutover debe detenerse.',
      de: 'Etwas zu entfernen wäre gefährlich, also muss Cutover anhalten.',
      fr: 'Supprimer quoi que ce soit serait dangereux : Cutover doit s’arrêter.',
      'pt-BR': 'Remover algo seria perigoso, então o Cutover precisa parar.',
      ru: 'Удалять что-либо опасно, поэтому Cutover должен остановиться.',
    },
  },
  'half-removed': {
    title: {
      en: 'A computer where a removal went wrong',
      es: 'Un equipo donde falló una desinstalación',
      de: 'Ein Computer nach missglücktem Entfernen',
      fr: 'Un ordinateur après une suppression ratée',
      'pt-BR': 'Um computador em que uma remoção deu errado',
      ru: 'Компьютер после неудачного удаления',
    },
    description: {
      en: 'The product is gone, its remains are not.',
      es: 'El producto ya no está, pero sus restos sí.',
      de: 'Das Produkt ist weg, seine Reste nicht.',
      fr: 'Le produit a disparu, pas ses traces.',
      'pt-BR': 'O produto saiu, os vestígios não.',
      ru: 'Программы нет, а её следы остались.',
    },
  },
  clean: {
    title: {
      en: 'A computer that never had Kaspersky',
      es: 'Un equipo que nunca tuvo Kaspersky',
      de: 'Ein Computer, der nie Kaspersky hatte',
      fr: 'Un ordinateur sans Kaspersky depuis toujours',
      'pt-BR': 'Um computador que nunca teve o Kaspersky',
      ru: 'Компьютер, на котором никогда не было Kaspersky',
    },
    description: {
      en: 'Nothing to find; Microsoft Defender is at work.',
      es: 'No hay nada que encontrar; Microsoft Defender está activo.',
      de: 'Nichts zu finden; Microsoft Defender arbeitet.',
      fr: 'Rien à trouver ; Microsoft Defender est actif.',
      'pt-BR': 'Nada a encontrar; o Microsoft Defender está ativo.',
      ru: 'Искать нечего; работает Microsoft Defender.',
    },
  },
  ultraav: {
    title: {
      en: 'A computer that was moved to UltraAV',
      es: 'Un equipo que se cambió a UltraAV',
      de: 'Ein Computer, der auf UltraAV umgestellt wurde',
      fr: 'Un ordinateur passé à UltraAV',
      'pt-BR': 'Um computador que mudou para o UltraAV',
      ru: 'Компьютер, переведённый на UltraAV',
    },
    description: {
      en: 'UltraAV protects; remains of Kaspersky are still there.',
      es: 'UltraAV protege; todavía quedan restos de Kaspersky.',
      de: 'UltraAV schützt; Reste von Kaspersky sind noch da.',
      fr: 'UltraAV protège ; des traces de Kaspersky sont encore là.',
      'pt-BR': 'O UltraAV protege; ainda há vestígios do Kaspersky.',
      ru: 'Защищает UltraAV; следы Kaspersky ещё есть.',
    },
  },
  stubborn: {
    title: {
      en: 'A computer whose uninstallers fail',
      es: 'Un equipo cuyos desinstaladores fallan',
      de: 'Ein Computer, auf dem das Deinstallieren scheitert',
      fr: 'Un ordinateur où les désinstallations échouent',
      'pt-BR': 'Um computador em que os desinstaladores falham',
      ru: 'Компьютер, на котором удаление не удаётся',
    },
    description: {
      en: 'One gives up, one hangs, one only claims to be done.',
      es: 'Uno se rinde, otro se cuelga y otro solo dice que ha terminado.',
      de: 'Einer gibt auf, einer hängt, einer meldet nur, er sei fertig.',
      fr: 'L’un abandonne, l’autre se bloque, le dernier prétend avoir fini.',
      'pt-BR': 'Um desiste, outro trava e outro só diz que terminou.',
      ru: 'Одна программа сдаётся, другая зависает, третья лишь сообщает об успехе.',
    },
  },
  'half-restarted': {
    title: {
      en: 'A computer that a restart does not finish',
      es: 'Un equipo en el que reiniciar no basta',
      de: 'Ein Computer, bei dem ein Neustart nicht genügt',
      fr: 'Un ordinateur qu’un redémarrage ne suffit pas à nettoyer',
      'pt-BR': 'Um computador em que reiniciar não basta',
      ru: 'Компьютер, которому перезагрузки мало',
    },
    description: {
      en: 'The restart is done, and parts of the antivirus are still at work.',
      es: 'Se ha reiniciado y partes del antivirus siguen funcionando.',
      de: 'Der Neustart ist erledigt, und Teile des Virenschutzes laufen weiter.',
      fr: 'Le redémarrage est fait, et des parties de l’antivirus tournent encore.',
      'pt-BR': 'O computador reiniciou, e partes do antivírus continuam ativas.',
      ru: 'Перезагрузка выполнена, а части антивируса всё ещё работают.',
    },
  },
};
