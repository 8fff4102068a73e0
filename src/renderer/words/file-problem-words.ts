import type { fileProblems } from '../../shared/contract/problem.ts';
import type { Translated } from '../../shared/i18n/message.ts';

/** What is the matter with a file that the person chose. */
export const fileProblemWords = {
  fileNotReadable: {
    en: '{file} could not be read, so nothing was opened. Look whether it is still there and whether you may open it, or choose another file.',
    es: 'No se ha podido leer {file}, así que no se ha abierto nada. Mire si sigue ahí y si puede abrirlo, o elija otro archivo.',
    de: '{file} konnte nicht gelesen werden; es wurde nichts geöffnet. Sehen Sie nach, ob die Datei noch da ist und ob Sie sie öffnen dürfen, oder wählen Sie eine andere.',
    fr: '{file} n’a pas pu être lu ; rien n’a été ouvert. Vérifiez qu’il est toujours là et que vous pouvez l’ouvrir, ou choisissez un autre fichier.',
    'pt-BR':
      'Não foi possível ler {file}, e nada foi aberto. Veja se ele ainda está lá e se você pode abri-lo, ou escolha outro arquivo.',
    ru: 'Не удалось прочитать {file}, ничего не открыто. Проверьте, на месте ли файл и можно ли вам его открыть, или выберите другой.',
  },
  fileNotWhole: {
    en: '{file} is not whole: it begins like an inventory and then breaks off. It was probably cut off while it was copied. Copy it again, or save the inventory once more.',
    es: '{file} no está completo: empieza como un inventario y se corta. Probablemente se cortó al copiarlo. Cópielo de nuevo o guarde otra vez el inventario.',
    de: '{file} ist nicht vollständig: Die Datei beginnt wie ein Inventar und bricht dann ab, wohl beim Kopieren. Kopieren Sie sie noch einmal oder speichern Sie das Inventar erneut.',
    fr: '{file} est incomplet : il commence comme un inventaire puis s’interrompt, sans doute coupé pendant la copie. Copiez-le de nouveau ou enregistrez encore l’inventaire.',
    'pt-BR':
      '{file} não está completo: começa como um inventário e é interrompido, provavelmente na cópia. Copie-o de novo ou salve o inventário mais uma vez.',
    ru: 'Файл {file} неполный: начинается как опись и обрывается, вероятно, из-за копирования. Скопируйте его снова или сохраните опись ещё раз.',
  },
  fileTooLarge: {
    en: '{file} is too large to be opened. Export only the parts of the registry that are named below.',
    es: '{file} es demasiado grande para abrirlo. Exporte solo las partes del registro indicadas abajo.',
    de: '{file} ist zu groß zum Öffnen. Exportieren Sie nur die Teile der Registrierung, die unten stehen.',
    fr: '{file} est trop grand pour être ouvert. N’exportez que les parties du registre indiquées ci-dessous.',
    'pt-BR':
      '{file} é grande demais para ser aberto. Exporte só as partes do registro indicadas abaixo.',
    ru: 'Файл {file} слишком велик. Экспортируйте только те части реестра, что названы ниже.',
  },
  notAnInventory: {
    en: '{file} is not an inventory that this version of Cutover can read, so nothing was opened. Choose a file that Cutover saved, or a registry export of Windows.',
    es: '{file} no es un inventario que esta versión de Cutover pueda leer; no se ha abierto nada. Elija un archivo guardado por Cutover o una exportación del registro de Windows.',
    de: '{file} ist kein Inventar, das diese Version von Cutover lesen kann; es wurde nichts geöffnet. Wählen Sie eine Datei, die Cutover gespeichert hat, oder einen Export der Windows-Registrierung.',
    fr: '{file} n’est pas un inventaire que cette version de Cutover sait lire ; rien n’a été ouvert. Choisissez un fichier enregistré par Cutover ou une exportation du registre Windows.',
    'pt-BR':
      '{file} não é um inventário que esta versão do Cutover possa ler; nada foi aberto. Escolha um arquivo salvo pelo Cutover ou uma exportação do registro do Windows.',
    ru: 'Файл {file} не является описью, которую может прочитать эта версия Cutover; ничего не открыто. Выберите файл, сохранённый Cutover, или экспорт реестра Windows.',
  },
  fileNotWritten: {
    en: '{file} could not be written, so nothing was saved. Choose another place, for example your documents.',
    es: 'No se ha podido escribir {file}; no se ha guardado nada. Elija otro lugar, por ejemplo sus documentos.',
    de: '{file} konnte nicht geschrieben werden; es wurde nichts gespeichert. Wählen Sie einen anderen Ort, zum Beispiel Ihre Dokumente.',
    fr: '{file} n’a pas pu être écrit ; rien n’a été enregistré. Choisissez un autre endroit, par exemple vos documents.',
    'pt-BR':
      'Não foi possível gravar {file}; nada foi salvo. Escolha outro lugar, por exemplo seus documentos.',
    ru: 'Не удалось записать {file}, ничего не сохранено. Выберите другое место, например «Документы».',
  },
  fileNotWrittenWhole: {
    en: '{file} was not written whole, so do not rely on it. The disk is probably full: make some room, or choose another place.',
    es: '{file} no se ha escrito completo; no se fíe de él. Seguramente el disco está lleno: libere espacio o elija otro lugar.',
    de: '{file} wurde nicht vollständig geschrieben; verlassen Sie sich nicht darauf. Vermutlich ist der Datenträger voll: Schaffen Sie Platz oder wählen Sie einen anderen Ort.',
    fr: '{file} n’a pas été écrit en entier ; ne vous y fiez pas. Le disque est sans doute plein : libérez de la place ou choisissez un autre endroit.',
    'pt-BR':
      '{file} não foi gravado por inteiro; não confie nele. O disco provavelmente está cheio: libere espaço ou escolha outro lugar.',
    ru: 'Файл {file} записан не полностью, не полагайтесь на него. Вероятно, диск заполнен: освободите место или выберите другое.',
  },
} as const satisfies Readonly<Record<(typeof fileProblems)[number], Translated>>;
