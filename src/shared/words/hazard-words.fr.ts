import type { HazardDictionary } from './hazard-words.ts';

export const hazardWordsFr = {
  'disk-encryption': {
    title: 'Kaspersky a peut-être chiffré un disque de cet ordinateur',
    explanation:
      'Supprimer le produit ne déchiffre rien. Le disque pourrait devenir illisible et Windows ne plus démarrer.',
    advice:
      'Demandez à l’administrateur de déchiffrer tous les disques avec Kaspersky Security Center, redémarrez et vérifiez à nouveau. Ne supprimez rien avant.',
  },
  'file-encryption': {
    title: 'Kaspersky a peut-être chiffré des fichiers de cet ordinateur',
    explanation:
      'Les fichiers chiffrés ne s’ouvrent que tant que le produit et ses clés sont là. Ensuite, ils seraient perdus.',
    advice:
      'Demandez à l’administrateur de les déchiffrer avec Kaspersky Security Center, ou copiez-les tant qu’ils s’ouvrent. Puis vérifiez à nouveau.',
  },
  'encryption-not-checked': {
    title: 'On ne sait pas si Kaspersky a chiffré quelque chose ici',
    explanation:
      'L’endroit où le chiffrement se voit n’a pas pu être lu. Les données chiffrées seraient perdues avec le produit.',
    advice:
      'Lancez Cutover en tant qu’administrateur et vérifiez à nouveau, ou assurez-vous auprès de votre administrateur que rien n’est chiffré par Kaspersky.',
  },
  'managed-by-security-center': {
    title: 'Cet ordinateur est ou était géré par une organisation',
    explanation:
      'Un Kaspersky Security Center s’occupe de cet ordinateur, ou s’en occupait. Ses administrateurs ont pu fixer un mot de passe, chiffrer des données, ou peuvent réinstaller le produit.',
    advice:
      'Demandez à votre service informatique. Si vous administrez ce Security Center, indiquez-le et continuez.',
  },
  'safe-mode': {
    title: 'Windows est en mode sans échec',
    explanation:
      'Windows Installer ne fonctionne pas en mode sans échec ; rien ne pourrait être supprimé correctement.',
    advice: 'Redémarrez Windows normalement et rouvrez Cutover.',
  },
  password: {
    title: 'Un mot de passe protège Kaspersky contre la suppression',
    explanation:
      'Quelqu’un a fixé un mot de passe dans Kaspersky. Sans lui, la suppression échoue, et Cutover n’essaie pas de le contourner.',
    advice:
      'Ouvrez Kaspersky et désactivez la protection par mot de passe dans ses paramètres, ou ayez le mot de passe sous la main. Attendez une demi-minute et vérifiez à nouveau.',
  },
  'password-may-be-needed': {
    title: 'Un mot de passe peut être nécessaire',
    explanation:
      'Les administrateurs protègent souvent ce produit par un mot de passe (utilisateur KLAdmin). Cela ne se voit pas de l’extérieur ; sans le bon, la suppression échoue.',
    advice: 'Demandez-le à votre administrateur et saisissez-le plus bas.',
  },
  'agent-password-may-be-needed': {
    title: 'L’Agent d’administration peut demander son propre mot de passe',
    explanation:
      'L’Agent d’administration peut avoir un mot de passe de désinstallation différent de celui de l’antivirus.',
    advice: 'Demandez-le à l’administrateur du Security Center et saisissez-le plus bas.',
  },
  'password-vault': {
    title: 'Vos mots de passe sont dans Kaspersky Password Manager',
    explanation:
      'Une fois le programme parti, vous ne pourrez plus les ouvrir sur cet ordinateur. Personne ne peut restaurer le mot de passe principal. Cutover laisse le fichier du coffre en place.',
    advice:
      'Ouvrez Kaspersky Password Manager, exportez vos mots de passe et vérifiez qu’ils sont bien arrivés avant de continuer.',
  },
  'data-vault': {
    title: 'Les coffres-forts chiffrés ne pourront plus être ouverts',
    explanation:
      'Ce produit peut garder des fichiers dans un coffre chiffré. Sans le produit et le mot de passe, personne ne peut l’ouvrir.',
    advice: 'Si vous avez créé un coffre, déverrouillez-le et copiez d’abord vos fichiers.',
  },
  'backup-archives': {
    title: 'Sauvegardes faites avec Kaspersky',
    explanation:
      'Le produit sait faire des sauvegardes. Elles ne sont peut-être lisibles qu’avec lui.',
    advice: 'Si vous avez sauvegardé avec Kaspersky, restaurez d’abord dans un dossier ordinaire.',
  },
  'quarantine-lost': {
    title: 'Fichiers en quarantaine',
    explanation:
      'Les fichiers mis par Kaspersky en quarantaine ou dans sa sauvegarde ne seront plus lisibles.',
    advice: 'S’il vous manque un fichier retiré par erreur, restaurez-le d’abord dans Kaspersky.',
  },
  'vpn-kill-switch': {
    title: 'Le VPN peut couper la connexion',
    explanation:
      'Si le VPN est actif, ou bloque internet sans lui, la connexion peut s’arrêter pendant la suppression.',
    advice: 'Désactivez le VPN et son blocage d’internet avant de commencer.',
  },
  'safe-kids-credentials': {
    title: 'Safe Kids peut demander le compte des parents',
    explanation: 'Le désinstallateur peut demander le compte My Kaspersky du parent.',
    advice: 'Ayez l’adresse e-mail et le mot de passe de ce compte sous la main.',
  },
  'bitlocker-key': {
    title: 'Sauvegardez d’abord la clé de récupération BitLocker',
    explanation:
      'Un disque est chiffré avec BitLocker et Kaspersky peut le gérer. La clé n’est alors peut-être que dans Kaspersky Security Center. Sans elle, le disque ne s’ouvre pas quand Windows la demande.',
    advice:
      'Cherchez « Gérer BitLocker » dans Windows, choisissez « Sauvegarder votre clé de récupération » et gardez-la hors de cet ordinateur.',
  },
  'bitlocker-unknown': {
    title: 'Vérifiez si BitLocker est activé',
    explanation:
      'On n’a pas pu lire si un disque est chiffré avec BitLocker. Si oui, Kaspersky le gère peut-être et la clé n’est que dans Kaspersky Security Center.',
    advice:
      'Cherchez « Gérer BitLocker » dans Windows. S’il est activé, sauvegardez la clé de récupération et gardez-la hors de cet ordinateur.',
  },
  'pending-restart': {
    title: 'Windows attend un redémarrage',
    explanation:
      'Une installation ou une mise à jour n’est pas terminée. Dans cet état, la suppression échoue souvent.',
    advice: 'Redémarrez d’abord l’ordinateur, puis rouvrez Cutover.',
  },
  'missing-installer-package': {
    title: 'Le paquet dont Windows a besoin pour la suppression manque',
    explanation:
      'Windows garde une copie de l’installateur pour supprimer un produit. Ici elle manque ; la suppression échouera probablement.',
    advice:
      'Procurez-vous le paquet d’installation exactement de cette version. Sinon, il reste l’outil de suppression de Kaspersky, à la main.',
  },
  'management-server': {
    title: 'C’est le serveur ou la console qui gère d’autres ordinateurs',
    explanation:
      'Sans lui, personne ne peut gérer, déchiffrer ni supprimer proprement Kaspersky sur les ordinateurs rattachés.',
    advice:
      'Supprimez d’abord Kaspersky de tous les ordinateurs gérés et sauvegardez les clés de chiffrement et BitLocker.',
  },
  'input-filters': {
    title: 'Kaspersky se trouve entre le clavier, la souris et Windows',
    explanation:
      'Le produit a placé des pilotes devant le clavier et la souris. Son désinstallateur les retire ; supprimés à la main, les deux cesseraient de marcher.',
    advice: 'N’y touchez pas à la main.',
  },
  'network-filter': {
    title: 'Kaspersky se trouve dans la connexion réseau',
    explanation:
      'Le produit a placé un filtre dans chaque connexion. Son désinstallateur le retire ; la connexion peut se couper un instant.',
    advice: 'Gardez les instructions du rapport à portée de main, même sans internet.',
  },
  'windows-update-redirect': {
    title: 'Vérifiez ensuite Windows Update',
    explanation:
      'L’Agent d’administration peut aussi fournir les mises à jour de Windows. Si ce réglage reste, Windows Update ne marche plus.',
    advice: 'Ensuite, cherchez une fois des mises à jour dans Windows et voyez si cela marche.',
  },
  'protected-service': {
    title: 'Windows protège un service de ce produit',
    explanation:
      'Même un administrateur ne peut pas l’arrêter. Seule la suppression par Windows Installer le peut.',
    advice: 'N’essayez pas de l’arrêter ou de le supprimer à la main.',
  },
  'self-defence': {
    title: 'Kaspersky se défend',
    explanation:
      'Ses services, fichiers et clés ne peuvent pas être modifiés tant qu’il est installé. Seul son désinstallateur peut les retirer.',
    advice: 'N’essayez pas de fermer ses programmes ni de supprimer ses fichiers à la main.',
  },
  'server-edition': {
    title: 'C’est un Windows Server',
    explanation:
      'Sur un serveur, Microsoft Defender ne s’active pas tout seul, et il n’y a pas de centre de sécurité à interroger.',
    advice: 'Préparez un autre antivirus, ou activez vous-même Microsoft Defender ensuite.',
  },
  'no-replacement': {
    title: 'Ensuite, rien ne protégera peut-être cet ordinateur',
    explanation: 'Aucun autre antivirus connu ne prend le relais quand Kaspersky a disparu.',
    advice: 'Préparez un autre antivirus, ou soyez prêt à activer Microsoft Defender.',
  },
  'defender-returns': {
    title: 'Microsoft Defender devrait prendre le relais',
    explanation:
      'Windows active normalement Microsoft Defender tout seul quand l’autre antivirus a disparu. Cela peut prendre quelques minutes ou un redémarrage.',
    advice: 'Cutover vérifie ensuite si c’est fait.',
  },
  'not-elevated': {
    title: 'Certaines choses ne se voient qu’en administrateur',
    explanation: 'Cette liste a été faite sans droits d’administrateur et peut être incomplète.',
    advice: 'Lancez Cutover en tant qu’administrateur pour tout voir et pouvoir supprimer.',
  },
  'portable-tools': {
    title: 'Un outil Kaspersky qui n’a jamais été installé',
    explanation:
      'Il y a un outil ou son dossier, mais pas d’installation. Il ne démarre pas seul et n’a pas de désinstallateur.',
    advice:
      'Fermez-le. Supprimez son dossier quand vous êtes sûr de ne rien vouloir de sa quarantaine.',
  },
  'us-updates': {
    title: 'Kaspersky aux États-Unis',
    explanation:
      'Depuis le 29 septembre 2024, Kaspersky ne peut plus fournir de mises à jour aux États-Unis ; cet antivirus ne vous y protège plus. L’utiliser n’est pas illégal ; les autorités conseillent de changer.',
    advice: 'Si vous êtes aux États-Unis, ne tardez pas.',
  },
} as const satisfies HazardDictionary;
