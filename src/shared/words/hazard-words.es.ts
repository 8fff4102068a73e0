import type { HazardDictionary } from './hazard-words.ts';

export const hazardWordsEs = {
  'disk-encryption': {
    title: 'Kaspersky puede haber cifrado un disco de este equipo',
    explanation:
      'Al eliminar el producto no se descifra nada. El disco podría quedar ilegible y Windows podría no volver a arrancar.',
    advice:
      'Pida al administrador que descifre todos los discos con Kaspersky Security Center, reinicie y compruebe otra vez. No elimine nada antes.',
  },
  'file-encryption': {
    title: 'Kaspersky puede haber cifrado archivos de este equipo',
    explanation:
      'Los archivos cifrados solo se abren mientras estén el producto y sus claves. Después los perdería.',
    advice:
      'Pida al administrador que los descifre con Kaspersky Security Center, o cópielos mientras aún se abren. Después compruebe otra vez.',
  },
  'encryption-not-checked': {
    title: 'No se sabe si Kaspersky ha cifrado algo aquí',
    explanation:
      'No se pudo leer el lugar donde se ve el cifrado. Los datos cifrados se perderían con el producto.',
    advice:
      'Abra Cutover como administrador y compruebe otra vez, o confirme con su administrador que aquí no hay nada cifrado por Kaspersky.',
  },
  'managed-by-security-center': {
    title: 'Una organización gestiona o gestionó este equipo',
    explanation:
      'Un Kaspersky Security Center cuida de este equipo, o lo hizo. Sus administradores pueden haber puesto una contraseña, cifrado datos o volver a instalar el producto.',
    advice:
      'Pregunte a su departamento de informática. Si usted administra ese Security Center, indíquelo y continúe.',
  },
  'safe-mode': {
    title: 'Windows está en modo seguro',
    explanation:
      'Windows Installer no funciona en modo seguro, así que nada se podría eliminar bien.',
    advice: 'Reinicie Windows normalmente y vuelva a abrir Cutover.',
  },
  password: {
    title: 'Una contraseña protege Kaspersky contra su eliminación',
    explanation:
      'Alguien puso una contraseña en Kaspersky. Sin ella la eliminación falla, y Cutover no intenta saltársela.',
    advice:
      'Abra Kaspersky, desactive la protección con contraseña en su configuración o tenga la contraseña a mano. Espere medio minuto y compruebe otra vez.',
  },
  'password-may-be-needed': {
    title: 'Puede hacer falta una contraseña',
    explanation:
      'Los administradores suelen proteger este producto con una contraseña (usuario KLAdmin). Desde fuera no se ve; sin la correcta la eliminación falla.',
    advice: 'Pídala a su administrador y escríbala antes de empezar.',
  },
  'agent-password-may-be-needed': {
    title: 'El Agente de red puede pedir su propia contraseña',
    explanation:
      'El Agente de red puede tener una contraseña de desinstalación distinta de la del antivirus.',
    advice: 'Pídala al administrador del Security Center y escríbala antes de empezar.',
  },
  'password-vault': {
    title: 'Sus contraseñas están en Kaspersky Password Manager',
    explanation:
      'Cuando el programa ya no esté, no podrá abrirlas en este equipo. Nadie puede recuperar la contraseña principal. Cutover deja el archivo donde está.',
    advice:
      'Abra Kaspersky Password Manager, exporte sus contraseñas y compruebe que han llegado al sitio nuevo antes de continuar.',
  },
  'data-vault': {
    title: 'Los almacenes cifrados no se podrán abrir después',
    explanation:
      'Este producto puede guardar archivos en un almacén cifrado. Sin el producto y la contraseña nadie puede abrirlo.',
    advice: 'Si creó un almacén, desbloquéelo y copie antes sus archivos.',
  },
  'backup-archives': {
    title: 'Copias de seguridad hechas con Kaspersky',
    explanation: 'El producto puede hacer copias de seguridad. Quizá solo se puedan leer con él.',
    advice: 'Si hizo copias con Kaspersky, restáurelas antes en una carpeta normal.',
  },
  'quarantine-lost': {
    title: 'Archivos en cuarentena',
    explanation:
      'Los archivos que Kaspersky puso en cuarentena o en su copia no se podrán leer después.',
    advice:
      'Si echa en falta un archivo que Kaspersky retiró por error, restáurelo antes en Kaspersky.',
  },
  'vpn-kill-switch': {
    title: 'La VPN puede cortar la conexión',
    explanation:
      'Si la VPN está activa, o bloquea internet sin ella, la conexión puede pararse durante la eliminación.',
    advice: 'Desactive la VPN y su bloqueo de internet antes de empezar.',
  },
  'safe-kids-credentials': {
    title: 'Safe Kids puede pedir la cuenta de los padres',
    explanation: 'El desinstalador puede pedir la cuenta My Kaspersky de los padres.',
    advice: 'Tenga a mano el correo y la contraseña de esa cuenta.',
  },
  'bitlocker-key': {
    title: 'Guarde antes la clave de recuperación de BitLocker',
    explanation:
      'Un disco está cifrado con BitLocker y Kaspersky puede gestionarlo. La clave puede estar solo en Kaspersky Security Center. Sin ella no se puede abrir el disco si Windows la pide.',
    advice:
      'Busque en Windows «Administrar BitLocker», elija «Realizar copia de seguridad de la clave de recuperación» y guárdela fuera de este equipo.',
  },
  'bitlocker-unknown': {
    title: 'Compruebe si BitLocker está activado',
    explanation:
      'No se pudo leer si un disco está cifrado con BitLocker. Si lo está, Kaspersky puede gestionarlo y la clave puede estar solo en Kaspersky Security Center.',
    advice:
      'Busque en Windows «Administrar BitLocker». Si está activado, haga una copia de la clave de recuperación y guárdela fuera de este equipo.',
  },
  'pending-restart': {
    title: 'Windows espera un reinicio',
    explanation:
      'Una instalación o actualización anterior no ha terminado. En ese estado la eliminación suele fallar.',
    advice: 'Reinicie primero el equipo y después vuelva a abrir Cutover.',
  },
  'missing-installer-package': {
    title: 'Falta el paquete que Windows necesita para eliminarlo',
    explanation:
      'Windows guarda una copia del instalador para eliminar un producto. Aquí falta, así que la eliminación probablemente fallará.',
    advice:
      'Consiga el paquete de instalación de esta misma versión. Si no existe, queda la herramienta de eliminación de Kaspersky, a mano.',
  },
  'management-server': {
    title: 'Este es el servidor o la consola que gestiona otros equipos',
    explanation:
      'Sin él nadie puede gestionar, descifrar ni eliminar bien Kaspersky en los equipos que dependen de él.',
    advice:
      'Elimine antes Kaspersky de todos los equipos gestionados y guarde las claves de cifrado y de BitLocker.',
  },
  'input-filters': {
    title: 'Kaspersky está entre el teclado, el ratón y Windows',
    explanation:
      'El producto puso controladores delante del teclado y el ratón. Su desinstalador los retira; borrarlos a mano dejaría ambos sin funcionar.',
    advice: 'No haga nada con ellos a mano.',
  },
  'network-filter': {
    title: 'Kaspersky está en la conexión de red',
    explanation:
      'El producto puso un filtro en cada conexión. Su desinstalador lo retira; la conexión puede cortarse un momento.',
    advice: 'Tenga a mano las instrucciones del informe para tenerlas también sin internet.',
  },
  'windows-update-redirect': {
    title: 'Compruebe después Windows Update',
    explanation:
      'El Agente de red también puede distribuir actualizaciones de Windows. Si ese ajuste se queda, Windows Update deja de funcionar.',
    advice: 'Después, busque actualizaciones en Windows y vea si funciona.',
  },
  'protected-service': {
    title: 'Windows protege un servicio de este producto',
    explanation:
      'Ni un administrador puede detenerlo. Solo puede la eliminación con Windows Installer.',
    advice: 'No intente detenerlo ni borrarlo a mano.',
  },
  'self-defence': {
    title: 'Kaspersky se defiende',
    explanation:
      'Sus servicios, archivos y claves no se pueden cambiar mientras está instalado. Solo su desinstalador puede quitarlos.',
    advice: 'No intente cerrar sus programas ni borrar sus archivos a mano.',
  },
  'server-edition': {
    title: 'Este es un Windows Server',
    explanation:
      'En un servidor Microsoft Defender no se activa solo al quitar otro antivirus, y no hay un centro de seguridad al que preguntar.',
    advice: 'Tenga listo otro antivirus o active usted Microsoft Defender después.',
  },
  'no-replacement': {
    title: 'Después puede que nada proteja este equipo',
    explanation: 'No se conoce otro antivirus que tome el relevo cuando Kaspersky no esté.',
    advice:
      'Tenga otro antivirus listo para instalar, o esté listo para activar Microsoft Defender.',
  },
  'defender-returns': {
    title: 'Microsoft Defender debería tomar el relevo',
    explanation:
      'Windows suele activar Microsoft Defender por sí solo cuando el otro antivirus ya no está. Puede tardar unos minutos o un reinicio.',
    advice: 'Cutover comprueba después si ha sido así.',
  },
  'not-elevated': {
    title: 'Algunas cosas solo se ven como administrador',
    explanation: 'Esta lista se hizo sin derechos de administrador y puede estar incompleta.',
    advice: 'Abra Cutover como administrador para verlo todo y poder eliminar.',
  },
  'portable-tools': {
    title: 'Una herramienta de Kaspersky que nunca se instaló',
    explanation:
      'Hay una herramienta o su carpeta, pero ninguna instalación. No se ejecuta sola y no tiene desinstalador.',
    advice:
      'Ciérrela. Borre su carpeta cuando esté seguro de que no necesita nada de su cuarentena.',
  },
  'us-updates': {
    title: 'Kaspersky en Estados Unidos',
    explanation:
      'Desde el 29 de septiembre de 2024 Kaspersky no puede dar actualizaciones en EE. UU.; este antivirus ya no le protege allí. Usarlo no es ilegal; las autoridades recomiendan cambiar.',
    advice: 'Si está en EE. UU., no aplace el cambio.',
  },
} as const satisfies HazardDictionary;
