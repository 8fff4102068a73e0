/** What Windows Installer says while it works, as far as it matters here. */
export type MsiMessage =
  /** Fields 1 to 4 of a progress record. */
  | { readonly kind: 'progress'; readonly fields: readonly [number, number, number, number] }
  | { readonly kind: 'actionStart'; readonly action: string; readonly description: string }
  | { readonly kind: 'actionData' }
  /** An error, or a question to the person that nobody will answer. */
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'other' };

/** Message types: the high byte of the handler's second argument. Source: Microsoft, `Msi.h`. */
const msiMessageType = {
  fatalExit: 0x00,
  error: 0x01,
  user: 0x03,
  outOfDiskSpace: 0x07,
  actionStart: 0x08,
  actionData: 0x09,
  progress: 0x0a,
} as const;

/**
 * Reads one call of the handler given to `MsiSetExternalUIW`. The text handler is used and not the record one:
 * text may be read on any thread, while record handles belong to the thread that made them.
 * Source: Microsoft, win32 docs, "Parsing Windows Installer Messages".
 */
export function parseMsiMessage(message: number, text: string | null): MsiMessage {
  switch (message >>> 24) {
    case msiMessageType.progress:
      return { kind: 'progress', fields: progressFields(text ?? '') };
    case msiMessageType.actionStart:
      return { kind: 'actionStart', ...actionStart(text ?? '') };
    case msiMessageType.actionData:
      return { kind: 'actionData' };
    case msiMessageType.fatalExit:
    case msiMessageType.error:
    case msiMessageType.user:
    case msiMessageType.outOfDiskSpace:
      return { kind: 'error', text: (text ?? '').trim() };
    default:
      return { kind: 'other' };
  }
}

/** `1: 0 2: 188690 3: 0 4: 1`; a missing or empty field counts as 0. */
function progressFields(text: string): [number, number, number, number] {
  const fields: [number, number, number, number] = [0, 0, 0, 0];
  for (const [, name, value] of text.matchAll(/(?:^|\s)([1-4]):\s*(-?\d+)?(?=\s|$)/g)) {
    fields[Number(name) - 1] = Number(value ?? 0);
  }
  return fields;
}

/** `Action 10:15:00: RemoveFiles. Removing files`; the words and the time depend on the language. */
function actionStart(text: string): { action: string; description: string } {
  const match = /:\s+([A-Za-z_][\w.]*)\.\s*(.*)$/s.exec(text);
  return { action: match?.[1] ?? '', description: (match?.[2] ?? '').trim() };
}
