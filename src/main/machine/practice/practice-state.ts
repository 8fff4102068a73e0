import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { inventorySchema } from '../../../shared/domain/inventory-schema.ts';
import { readSection } from '../../../shared/domain/section.ts';
import { writing } from '../../disk/cannot-write.ts';
import { makeFolder } from '../../disk/make-folder.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import { applyChanges } from './apply-changes.ts';
import {
  changesSchema,
  type Changes,
  type PracticeComputer,
} from './computers/practice-computer.ts';

const stateSchema = z.object({
  format: z.literal('cutover-practice/1'),
  /** Of the recorded computer; when that has changed, the practice begins anew. */
  definition: z.string(),
  inventory: inventorySchema,
  atRestart: z.array(changesSchema),
  restarts: z.number().int().nonnegative(),
});

/** A practice computer as it is now. */
export type PracticeState = z.infer<typeof stateSchema>;

/** The state that an earlier process left, else the computer as it was recorded. */
export function loadState(computer: PracticeComputer, folder: string): PracticeState {
  const left = stateIn(join(folder, stateName));
  return left?.definition === definitionOf(computer) ? left : recordedState(computer);
}

/** The computer as it was recorded. */
export function recordedState(computer: PracticeComputer): PracticeState {
  return {
    format: 'cutover-practice/1',
    definition: definitionOf(computer),
    inventory: computer.inventory,
    atRestart: [],
    restarts: 0,
  };
}

/** Written as a whole or not at all, so that a killed practice finds the computer as it was. @throws CannotWrite */
export function saveState(state: PracticeState, folder: string): void {
  const path = join(folder, stateName);
  const text = JSON.stringify(state);
  writing(path, () => {
    makeFolder(folder);
    replaceFile(path, text);
  });
  lastSeen = { text, state };
}

/** The computer after an uninstaller did its work. */
export function afterEffect(
  state: PracticeState,
  changes: Changes,
  atRestart: Changes | null,
): PracticeState {
  return {
    ...state,
    inventory: applyChanges(state.inventory, changes),
    atRestart: atRestart === null ? state.atRestart : [...state.atRestart, atRestart],
  };
}

/** The computer after Windows has restarted: what waited for that is done, and nothing waits any more. */
export function afterRestart(state: PracticeState): PracticeState {
  const inventory = state.atRestart.reduce(applyChanges, state.inventory);
  return {
    ...state,
    inventory: withoutPendingRestarts(inventory),
    atRestart: [],
    restarts: state.restarts + 1,
  };
}

const stateName = 'practice-computer.json';

function withoutPendingRestarts(inventory: Inventory): Inventory {
  return { ...inventory, pendingRestarts: readSection([], inventory.pendingRestarts.gaps) };
}

const definitions = new WeakMap<PracticeComputer, string>();

function definitionOf(computer: PracticeComputer): string {
  const known = definitions.get(computer);
  if (known !== undefined) return known;
  const definition = createHash('sha256').update(JSON.stringify(computer)).digest('hex');
  definitions.set(computer, definition);
  return definition;
}

/** Asked for several times in each step, and mostly what was written last; checking a whole inventory takes long. */
let lastSeen: { readonly text: string; readonly state: PracticeState | null } | null = null;

function stateIn(path: string): PracticeState | null {
  const text = textOf(path);
  if (text === null) return null;
  if (lastSeen?.text !== text) lastSeen = { text, state: parsedState(text) };
  return lastSeen.state;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function parsedState(text: string): PracticeState | null {
  try {
    return stateSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
