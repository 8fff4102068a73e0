import type { Action } from './action.ts';

/** The service, value or certificate an action is about; null for one that is about a product as a whole. */
export function subjectOf(action: Action): string | null {
  if ('list' in action) return `${action.key}\\${action.list}`;
  if ('key' in action) return `${action.key}\\${action.name}`;
  if ('thumbprint' in action) return [action.userSid ?? [], action.thumbprint].flat().join('\\');
  return 'name' in action ? action.name : null;
}
