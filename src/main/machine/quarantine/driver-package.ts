import { existsSync, renameSync, rmSync } from 'node:fs';
import type { ActionOf } from '../../../shared/domain/action.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { formatCommandLine } from '../../../shared/windows/command-line.ts';
import { writing } from '../../disk/cannot-write.ts';
import { exited, type Performed, type Performer } from '../windows/perform/performer.ts';
import type { QuarantineBench, StoredPackage } from '../windows/perform/quarantine-control.ts';
import { placeInQuarantine } from './place-in-quarantine.ts';
import { namesVendor } from './vendor-places.ts';

type Take = ActionOf<'quarantineDriverPackage'>;
type Return = ActionOf<'returnDriverPackage'>;

/** Copies a package of the vendor out of the driver store, then has Windows take it out of there. */
export const quarantineDriverPackage: Performer<Take, QuarantineBench> = {
  command: ({ inf }) => formatCommandLine('pnputil.exe', ['/delete-driver', inf]),
  refuse(action, here) {
    const now = here.packages.at(action.inf);
    if ('code' in now) return message('refused.packageUnread', { name: action.inf });
    return (
      refusePlace(action) ?? (now.value === null ? null : refusePackage(action, now.value, here))
    );
  },
  before({ store }, _here, context) {
    return {
      value: { kind: 'keptPackage', kept: placeInQuarantine(context.quarantineFolder(), store) },
    };
  },
  act({ inf }, before, _context, here) {
    if (before?.kind !== 'keptPackage') throw new Error('It was not remembered where it goes.');
    const now = here.packages.at(inf);
    if ('code' in now) return exited(now.code, here);
    if (now.value === null) return exited(0, here);
    const code = copyOnce(now.value.folder, before.kept, here);
    return exited(code === 0 ? here.packages.drop(inf) : code, here);
  },
};

/** Has Windows take it into its store again, from the copy. It gets the same folder there, and maybe another number. */
export const returnDriverPackage: Performer<Return, QuarantineBench> = {
  command: ({ store, kept }) =>
    formatCommandLine('pnputil.exe', ['/add-driver', `${kept}\\${infIn(store)}`]),
  refuse: (action, { packages }) => {
    const { store, kept: path } = action;
    return (
      refusePlace(action) ??
      (existsSync(path) || packages.isStored(store) === true
        ? null
        : message('refused.notKept', { path }))
    );
  },
  before: ({ kept }) => ({ value: { kind: 'keptPackage', kept } }),
  act: ({ store, kept }, _before, _context, here) => returned(store, kept, here),
};

/** One that came back just before a crash is there already, and its copy is what is left to do. */
function returned(store: string, kept: string, here: QuarantineBench): Performed {
  const { packages } = here;
  const code = packages.isStored(store) === true ? 0 : packages.add(kept, infIn(store));
  if (code === 0) rmSync(kept, { recursive: true, force: true });
  return exited(code, here);
}

/** A copy that was finished before a crash is the one that is whole. */
function copyOnce(folder: string, kept: string, { packages }: QuarantineBench): number {
  if (existsSync(kept)) return 0;
  const half = `${kept}.half`;
  rmSync(half, { recursive: true, force: true });
  const code = packages.copy(folder, half);
  if (code === 0) writing(kept, () => renameSync(half, kept));
  return code;
}

/** Windows calls its folder by the file that it came with. */
const storeName = /^([^\\/:*?"<>|]+\.inf)_[^\\/:*?"<>|]+$/i;

function infIn(store: string): string {
  return storeName.exec(store)?.[1] ?? '';
}

function refusePlace({ store, inf }: Take | Return): Message | null {
  const isPlain = /^oem\d+\.inf$/i.test(inf) && storeName.test(store);
  return isPlain ? null : message('refused.notAVendorPackage', { name: inf });
}

/** Nobody else may have made or signed any of it, and nothing may have been installed from it that is there. */
function refusePackage(
  { store, inf: name }: Take,
  now: StoredPackage,
  here: QuarantineBench,
): Message | null {
  const { provider, signers, services, usedBy } = now;
  if (signers === null || usedBy === null) return message('refused.packageUnread', { name });
  const isOther = now.store.toLowerCase() !== store.toLowerCase();
  const isForeign =
    !namesVendor(provider ?? '') ||
    signers.length === 0 ||
    !signers.every((each) => namesVendor(each) || each === 'Microsoft Corporation');
  if (isOther || isForeign) return message('refused.notAVendorPackage', { name });
  const [user] = [...usedBy, ...services.filter((each) => !isGone(each, here))];
  return user === undefined ? null : message('refused.packageUsed', { name, user });
}

function isGone(driver: string, { repair }: QuarantineBench): boolean {
  const entry = repair.driver(driver);
  return 'value' in entry && (entry.value === null || entry.value.imageExists === false);
}
