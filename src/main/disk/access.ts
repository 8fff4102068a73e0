import { message, type Message } from '../../shared/domain/message.ts';

/** What a system tells of a file or folder; of a link, what it tells of the link itself. */
export interface Access {
  readonly kind: 'folder' | 'file' | 'link';
  /** Account, as the system names it; null when it does not tell. */
  readonly owner: string | null;
  readonly rights: readonly AccessRight[];
}

/** What somebody may do besides looking. */
export interface AccessRight {
  readonly account: string;
  /** Change it, or put something into it. */
  readonly changes: boolean;
  /** Put something else in its place or in the place of what lies in it, or give themselves the right to. */
  readonly replaces: boolean;
}

/**
 * `above`: a folder on the way, in which others may have things of their own. `ours`: a folder that nobody else may
 * change. `content`: what lies in one of those, file or folder.
 */
export type AccessRole = 'above' | 'ours' | 'content';

/** `foreign`: somebody else put it there. `open`: who is trusted put it there, but others may change it. */
export interface Doubt {
  readonly kind: 'foreign' | 'open';
  readonly why: Message;
}

/** Why a place must not be believed; null when only who is trusted could have made it what it is. */
export function doubtAbout(
  path: string,
  { kind, owner, rights }: Access,
  role: AccessRole,
  trusts: (account: string) => boolean,
): Doubt | null {
  if (kind === 'link') return foreign(message('dataFolder.link', { path }));
  if (kind === 'file' && role !== 'content')
    return foreign(message('dataFolder.noFolder', { path }));
  if (owner === null || !trusts(owner))
    return foreign(message('dataFolder.otherOwner', { path, owner: owner ?? '?' }));
  const right = role === 'above' ? 'replaces' : 'changes';
  const other = rights.find((each) => each[right] && !trusts(each.account));
  if (other === undefined) return null;
  return { kind: 'open', why: message('dataFolder.othersWrite', { path, who: other.account }) };
}

function foreign(why: Message): Doubt {
  return { kind: 'foreign', why };
}
