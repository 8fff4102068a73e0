/** "For" as it stands in the titles of the vendor's translated packages. */
export const forWord = '(?:for|для|für|para|pour|per|dla|voor)';

/**
 * Every word that may stand in the title of a product beside numbers. A title without a maker counts only when it
 * has no other word: tools of strangers are named after the product they are for.
 */
export const titleWords: readonly string[] = `
  kaspersky касперского lab labs ultraav ultravpn ultra av anti-virus antivirus антивирус internet
  total security cloud pure crystal free basic standard plus premium small office personal safe
  kids password manager vpn secure connection multi-device virus removal tool tdsskiller scan
  software updater sos fraud prevention anti-ransomware antiransomware business home pro family
  endpoint agent network center centre server servers file console web mmc administration kit
  management tools plug-in plugin windows workstation workstations embedded systems industrial
  nodes cybersecurity virtualization light microsoft exchange sharepoint isa forefront tmg lotus domino
  storages terminal edition advanced extended service pack maintenance release critical fix
  enterprise edr optimum expert sandbox bit and of с и в agente de do da del di des von van red
  rede rete sieciowy d'administration d’administration administrationsagent агент
  администрирования консоль плагин управления средства подключаемый модуль administración
  administração consola konsola administracyjna complemento netwerkagent aracısı ağ легкий лёгкий
  виртуальных сред for для für para pour per dla voor
`
  .trim()
  .split(/\s+/);
