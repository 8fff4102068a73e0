import { folded } from './name-finder.ts';

function listOf(words: string): readonly string[] {
  return words.split(/[,\n]+/).map((word) => word.trim());
}

/** Accounts and profiles that are the same on every Windows, or name nobody. */
const everybodys = new Set(
  listOf(
    `Public, Default, Default User, All Users, DefaultAppPool, systemprofile, System, LocalSystem, LocalService
    Local Service, NetworkService, Network Service, NT AUTHORITY, NT SERVICE, BUILTIN, WORKGROUP, WDAGUtilityAccount
    DefaultAccount, Administrator, Administrators, Administrador, Administrateur, Администратор, Guest, Gast, Invité
    Invitado, Гость, TrustedInstaller, Everyone, root, localhost, none, null, unknown, true, false
    %USERNAME%, %COMPUTERNAME%`,
  ).map(folded),
);

/** Whether a name is anybody's: it is left even where a name of a person stands. */
export function isEverybodys(name: string): boolean {
  const word = folded(name).trim();
  return word === '' || everybodys.has(word);
}

/** What a bundle is about. Somebody may be called so: then the name goes only where a name stands, as in a path. */
export const subjects = listOf(
  `Kaspersky, Kaspersky Lab, AO Kaspersky Lab, Kaspersky Endpoint Security, Kaspersky Free, Kaspersky Total Security
  Kaspersky Internet Security, Kaspersky Anti-Virus, Kaspersky Plus, Kaspersky Premium, Kaspersky Standard
  Kaspersky Basic, Kaspersky Safe Kids, Kaspersky Security Cloud, Kaspersky Small Office Security, Network Agent
  Security Center, KES, KAV, KIS, KSC, KTS, AVP, klnagent, Cutover, Microsoft, Microsoft Corporation, Windows
  Microsoft Windows, Microsoft Defender, Windows Defender, Defender, Windows Installer, Windows Security
  Program Files, ProgramData, AppData, Users, SOFTWARE, System32, HKLM, HKCU, HKEY_LOCAL_MACHINE, HKEY_USERS, Local
  Roaming, Temp, Desktop, Downloads, Documents, Admin, User, Client, Server`,
);

/** Words in names that tell nothing by themselves. */
const common = new Set(
  listOf(
    `gmbh, mbh, ag, kg, co, ltd, limited, llc, inc, corp, corporation, plc, company, group, sarl, sas, srl, spa, oyj
    oao, ooo, оао, ооо, зао, the, and, und, del, van, von, der, den, prof, mrs, info, support, sales, office, contact
    help, noreply, mail, service, security, test`,
  ),
);

/** Whether a word by itself, out of a longer name, tells whose it is. */
export function tells(part: string): boolean {
  return part.length > 2 && !common.has(folded(part)) && !isEverybodys(part);
}

/** Makers whose servers everybody's computer talks to, by the part of a host name before its end; the last are of .NET. */
const makers = new Set(
  listOf(
    `kaspersky, kasperskylab, kaspersky-labs, microsoft, windows, windowsupdate, msftconnecttest, msftncsi, live, office
    digicert, verisign, symantec, globalsign, sectigo, usertrust, mozilla, google, gstatic, avast, avira, bitdefender
    eset, norton, mcafee, w3, xmlsoap, asp, ado, vb, system`,
  ),
);

/** What the names of a maker's servers end in. */
const ofMakers = /\.(?:com|net|org|eu|ru|de|fr|es|cn|io|uk)$/i;

/** `contoso` of `ksc01.contoso.co.uk`; null for a name without a dot. */
export function ownerOfHost(host: string): string | null {
  const labels = host.split('.').slice(0, -1);
  while (labels.length > 1 && /^(?:com?|org|ac|gov|net|edu)$/i.test(labels.at(-1) ?? ''))
    labels.pop();
  return labels.at(-1) ?? null;
}

/** Whether a server is one that everybody uses. */
export function isMakersServer(host: string): boolean {
  return ofMakers.test(host) && makers.has((ownerOfHost(host) ?? '').toLowerCase());
}
