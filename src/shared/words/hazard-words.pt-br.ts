import type { HazardDictionary } from './hazard-words.ts';

export const hazardWordsPt = {
  'disk-encryption': {
    title: 'O Kaspersky pode ter criptografado um disco deste computador',
    explanation:
      'Remover o produto não descriptografa nada. O disco pode ficar ilegível e o Windows pode não iniciar mais.',
    advice:
      'Peça ao administrador que descriptografe todos os discos pelo Kaspersky Security Center, reinicie e verifique de novo. Não remova nada antes disso.',
  },
  'file-encryption': {
    title: 'O Kaspersky pode ter criptografado arquivos deste computador',
    explanation:
      'Arquivos criptografados só abrem enquanto o produto e as chaves existirem. Depois, estariam perdidos.',
    advice:
      'Peça ao administrador que os descriptografe pelo Kaspersky Security Center, ou copie-os enquanto ainda abrem. Depois verifique de novo.',
  },
  'encryption-not-checked': {
    title: 'Não se sabe se o Kaspersky criptografou algo aqui',
    explanation:
      'Não foi possível ler o lugar onde a criptografia aparece. Dados criptografados seriam perdidos com o produto.',
    advice:
      'Abra o Cutover como administrador e verifique de novo, ou confirme com seu administrador que nada aqui está criptografado pelo Kaspersky.',
  },
  'managed-by-security-center': {
    title: 'Este computador é ou foi gerenciado por uma organização',
    explanation:
      'Um Kaspersky Security Center cuida deste computador, ou cuidava. Os administradores podem ter posto uma senha, criptografado dados ou podem reinstalar o produto.',
    advice:
      'Pergunte ao seu departamento de TI. Se você administra esse Security Center, confirme isso e continue.',
  },
  'safe-mode': {
    title: 'O Windows está em modo de segurança',
    explanation:
      'O Windows Installer não funciona em modo de segurança, então nada seria removido direito.',
    advice: 'Reinicie o Windows normalmente e abra o Cutover de novo.',
  },
  password: {
    title: 'Uma senha protege o Kaspersky contra a remoção',
    explanation:
      'Alguém definiu uma senha no Kaspersky. Sem ela a remoção falha, e o Cutover não tenta contorná-la.',
    advice:
      'Abra o Kaspersky e desative a proteção por senha nas configurações, ou tenha a senha em mãos. Espere meio minuto e verifique de novo.',
  },
  'password-may-be-needed': {
    title: 'Pode ser necessária uma senha',
    explanation:
      'Administradores costumam proteger este produto com uma senha (usuário KLAdmin). Por fora não dá para ver; sem a certa, a remoção falha.',
    advice: 'Peça a senha ao administrador e digite-a antes de começar.',
  },
  'agent-password-may-be-needed': {
    title: 'O Agente de Rede pode pedir uma senha própria',
    explanation: 'O Agente de Rede pode ter uma senha de desinstalação diferente da do antivírus.',
    advice: 'Peça ao administrador do Security Center e digite-a antes de começar.',
  },
  'password-vault': {
    title: 'Suas senhas estão no Kaspersky Password Manager',
    explanation:
      'Sem o programa, você não poderá mais abrir as senhas neste computador. Ninguém pode recuperar a senha principal. O Cutover deixa o arquivo do cofre onde está.',
    advice:
      'Abra o Kaspersky Password Manager, exporte suas senhas e confira se chegaram ao novo lugar antes de continuar.',
  },
  'data-vault': {
    title: 'Cofres de dados criptografados não poderão ser abertos depois',
    explanation:
      'Este produto pode guardar arquivos em um cofre criptografado. Sem o produto e a senha ninguém consegue abri-lo.',
    advice: 'Se você criou um cofre, desbloqueie-o e copie seus arquivos antes.',
  },
  'backup-archives': {
    title: 'Backups feitos com o Kaspersky',
    explanation: 'O produto faz backups. Talvez só ele consiga lê-los.',
    advice: 'Se você fez backups com o Kaspersky, restaure-os antes em uma pasta comum.',
  },
  'quarantine-lost': {
    title: 'Arquivos em quarentena',
    explanation:
      'Arquivos que o Kaspersky pôs em quarentena ou no backup dele não poderão ser lidos depois.',
    advice: 'Se sente falta de um arquivo retirado por engano, restaure-o antes no Kaspersky.',
  },
  'vpn-kill-switch': {
    title: 'A VPN pode cortar a conexão',
    explanation:
      'Se a VPN estiver ligada, ou bloquear a internet sem ela, a conexão pode parar durante a remoção.',
    advice: 'Desligue a VPN e o bloqueio de internet dela antes de começar.',
  },
  'safe-kids-credentials': {
    title: 'O Safe Kids pode pedir a conta dos pais',
    explanation: 'O desinstalador pode pedir a conta My Kaspersky dos pais.',
    advice: 'Tenha em mãos o e-mail e a senha dessa conta.',
  },
  'bitlocker-key': {
    title: 'Salve antes a chave de recuperação do BitLocker',
    explanation:
      'Um disco está criptografado com o BitLocker e o Kaspersky pode gerenciá-lo. A chave pode estar só no Kaspersky Security Center. Sem ela o disco não abre quando o Windows a pedir.',
    advice:
      'Procure “Gerenciar BitLocker” no Windows, escolha “Fazer backup da chave de recuperação” e guarde-a fora deste computador.',
  },
  'bitlocker-unknown': {
    title: 'Verifique se o BitLocker está ligado',
    explanation:
      'Não foi possível ler se um disco está criptografado com o BitLocker. Se estiver, o Kaspersky pode gerenciá-lo e a chave pode estar só no Kaspersky Security Center.',
    advice:
      'Procure “Gerenciar BitLocker” no Windows. Se estiver ligado, faça backup da chave de recuperação e guarde-a fora deste computador.',
  },
  'pending-restart': {
    title: 'O Windows espera uma reinicialização',
    explanation:
      'Uma instalação ou atualização anterior não terminou. Nesse estado a remoção costuma falhar.',
    advice: 'Reinicie o computador primeiro e depois abra o Cutover de novo.',
  },
  'missing-installer-package': {
    title: 'Falta o pacote de que o Windows precisa para a remoção',
    explanation:
      'O Windows guarda uma cópia do instalador para remover um produto. Aqui ela falta, então a remoção provavelmente falhará.',
    advice:
      'Obtenha o pacote de instalação exatamente desta versão. Se não houver, resta a ferramenta de remoção da Kaspersky, manualmente.',
  },
  'management-server': {
    title: 'Este é o servidor ou o console que gerencia outros computadores',
    explanation:
      'Sem ele ninguém pode gerenciar, descriptografar ou remover direito o Kaspersky nos computadores ligados a ele.',
    advice:
      'Remova antes o Kaspersky de todos os computadores gerenciados e salve as chaves de criptografia e do BitLocker.',
  },
  'input-filters': {
    title: 'O Kaspersky está entre o teclado, o mouse e o Windows',
    explanation:
      'O produto pôs drivers na frente do teclado e do mouse. O desinstalador os retira; apagados à mão, os dois parariam.',
    advice: 'Não mexa neles manualmente.',
  },
  'network-filter': {
    title: 'O Kaspersky está na conexão de rede',
    explanation:
      'O produto pôs um filtro em cada conexão. O desinstalador o retira; a conexão pode cair por um momento.',
    advice: 'Tenha as instruções do relatório à mão, para tê-las também sem internet.',
  },
  'windows-update-redirect': {
    title: 'Verifique o Windows Update depois',
    explanation:
      'O Agente de Rede também pode entregar atualizações do Windows. Se essa configuração ficar, o Windows Update para.',
    advice: 'Depois, procure atualizações no Windows uma vez e veja se funciona.',
  },
  'protected-service': {
    title: 'O Windows protege um serviço deste produto',
    explanation:
      'Nem um administrador consegue pará-lo. Só a remoção pelo Windows Installer consegue.',
    advice: 'Não tente pará-lo ou apagá-lo manualmente.',
  },
  'self-defence': {
    title: 'O Kaspersky se defende',
    explanation:
      'Serviços, arquivos e chaves dele não podem ser alterados enquanto está instalado. Só o desinstalador pode retirá-los.',
    advice: 'Não tente encerrar os programas nem apagar os arquivos manualmente.',
  },
  'server-edition': {
    title: 'Este é um Windows Server',
    explanation:
      'Em um servidor o Microsoft Defender não se liga sozinho, e não há central de segurança para consultar.',
    advice: 'Tenha outro antivírus pronto ou ligue você mesmo o Microsoft Defender depois.',
  },
  'no-replacement': {
    title: 'Depois talvez nada proteja este computador',
    explanation: 'Não se conhece outro antivírus que assuma quando o Kaspersky sair.',
    advice:
      'Tenha outro antivírus pronto para instalar, ou esteja pronto para ligar o Microsoft Defender.',
  },
  'defender-returns': {
    title: 'O Microsoft Defender deve assumir',
    explanation:
      'O Windows normalmente liga o Microsoft Defender sozinho quando o outro antivírus sai. Pode levar alguns minutos ou uma reinicialização.',
    advice: 'O Cutover verifica depois se isso aconteceu.',
  },
  'not-elevated': {
    title: 'Algumas coisas só aparecem como administrador',
    explanation: 'Esta lista foi feita sem direitos de administrador e pode estar incompleta.',
    advice: 'Abra o Cutover como administrador para ver tudo e poder remover.',
  },
  'portable-tools': {
    title: 'Uma ferramenta da Kaspersky que nunca foi instalada',
    explanation:
      'Há uma ferramenta ou a pasta dela, mas nenhuma instalação. Ela não roda sozinha e não tem desinstalador.',
    advice:
      'Feche-a. Apague a pasta quando tiver certeza de que não precisa de nada da quarentena.',
  },
  'us-updates': {
    title: 'Kaspersky nos Estados Unidos',
    explanation:
      'Desde 29 de setembro de 2024 a Kaspersky não pode fornecer atualizações nos EUA; este antivírus não protege mais você lá. Usá-lo não é ilegal; as autoridades recomendam trocar.',
    advice: 'Se você está nos EUA, não adie a troca.',
  },
} as const satisfies HazardDictionary;
