import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { formatCommandLine } from '../../../../shared/windows/command-line.ts';
import { exited, type Performer } from '../perform/performer.ts';
import { refuseClosed } from '../perform/refuse-closed.ts';
import type { CertificatePlace, RepairControl, Workbench } from '../perform/repair-control.ts';

type Distrust = ActionOf<'distrustCertificate'>;
type Trust = ActionOf<'trustCertificate'>;

/** Takes one root certificate out of the store of the machine or of a person. */
export const distrustCertificate: Performer<Distrust, Workbench> = {
  command: (action) => commandOf('-delstore', action),
  refuse: (action, here) => refuseClosed(action.userSid, here) ?? refuseOther(action, here.repair),
  before: (action, { repair }) => before(action, repair),
  act: (action, _before, _context, here) => exited(here.repair.deleteCertificate(action), here),
};

/** Puts it back byte for byte. */
export const trustCertificate: Performer<Trust, Workbench> = {
  command: (action) => commandOf('-addstore', action),
  refuse: (action, here) =>
    refuseClosed(action.userSid, here) ??
    (here.repair.thumbprintOf(action.tree) === action.thumbprint ? null : otherCertificate(action)),
  before: (action, { repair }) => before(action, repair),
  act: (action, _before, _context, here) =>
    exited(here.repair.createCertificate(action, action.tree), here),
};

function commandOf(verb: string, { thumbprint, userSid }: CertificatePlace): string {
  const whose = userSid === null ? [] : ['-user'];
  return formatCommandLine('certutil.exe', [...whose, verb, 'Root', thumbprint]);
}

function before(place: CertificatePlace, repair: RepairControl) {
  const now = repair.certificateTree(place);
  return 'code' in now ? now : { value: { kind: 'registryTree', tree: now.value } as const };
}

/** The name of its place is only a name; the certificate itself has to be the one that was meant. */
function refuseOther(place: CertificatePlace, repair: RepairControl): Message | null {
  const now = repair.certificateTree(place);
  if ('code' in now) return null;
  const isIt = now.value !== null && repair.thumbprintOf(now.value) === place.thumbprint;
  return isIt ? null : otherCertificate(place);
}

function otherCertificate({ thumbprint }: CertificatePlace): Message {
  return message('refused.otherCertificate', { thumbprint });
}
