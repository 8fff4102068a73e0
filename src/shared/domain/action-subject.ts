import type { Action } from './action.ts';

/** The service, folder, value, certificate or component an action is about; null for one that is about a product as a whole. */
export function subjectOf(action: Action): string | null {
  if ('list' in action) return `${action.key}\\${action.list}`;
  if ('key' in action) return 'name' in action ? `${action.key}\\${action.name}` : action.key;
  if ('thumbprint' in action) return [action.userSid ?? [], action.thumbprint].flat().join('\\');
  if ('componentId' in action) return action.componentId;
  if ('store' in action) return action.store;
  if ('runId' in action) return action.runId;
  if ('path' in action) return action.path;
  return 'name' in action ? action.name : null;
}
