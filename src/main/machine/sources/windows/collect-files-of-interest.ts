import type { FileFact } from '../../../../shared/domain/inventory/files.ts';
import type { Scope } from '../../../../shared/domain/scope.ts';
import { readSection } from '../../../../shared/domain/section.ts';
import type { Variables } from '../../registry/expand-variables.ts';
import { collectFileFacts } from '../../windows/files/file-facts.ts';
import { filesOfInterest, type Pointers } from './files-of-interest.ts';

/** Lists that other programs still have to answer. */
type Asked = Pick<Pointers, 'securityProducts' | 'wmiSecurityProducts'>;

export interface FilesQuestion {
  readonly found: Omit<Pointers, keyof Asked>;
  readonly asked: { readonly [K in keyof Asked]: Promise<Asked[K]> };
  readonly scope: Scope;
  readonly variables: Variables;
}

/** Checks what is known already while the lists of Windows Security are awaited, then what they point at besides. */
export async function collectFilesOfInterest({ found, asked, scope, variables }: FilesQuestion) {
  const early = filesOfInterest({ ...found, ...noLists }, scope);
  const [checked, securityProducts, wmiSecurityProducts] = await Promise.all([
    collectFileFacts(early, variables),
    asked.securityProducts,
    asked.wmiSecurityProducts,
  ]);
  const all = filesOfInterest({ ...found, securityProducts, wmiSecurityProducts }, scope);
  const known = new Set(early.map((path) => path.toLowerCase()));
  const late = all.filter((path) => !known.has(path.toLowerCase()));
  const rest = await collectFileFacts(late, variables);
  return readSection<FileFact>([...checked.items, ...rest.items], [...checked.gaps, ...rest.gaps]);
}

const none = readSection<never>([]);
const noLists = { securityProducts: none, wmiSecurityProducts: none };
