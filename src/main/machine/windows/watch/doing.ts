import { z } from 'zod';
import { assertNever } from '../../../../shared/domain/assert-never.ts';
import { message, quoted, type Message } from '../../../../shared/domain/message.ts';

const minutes = z.number().int().positive();

/** What an uninstaller does, told by what it can be seen to do. Programs are file names. */
export const doingSchema = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('works'), programs: z.array(z.string()) }),
  z.strictObject({
    does: z.literal('showsWindow'),
    program: z.string(),
    /** Fit to be quoted, see `quotable`; empty where it has none. */
    title: z.string(),
    /** Nobody can see it: it stands in the session of the services. */
    unseen: z.boolean(),
  }),
  /** Busy, without reading or writing anything. */
  z.strictObject({ does: z.literal('spins'), program: z.string(), minutes }),
  z.strictObject({ does: z.literal('silent'), programs: z.array(z.string()), minutes }),
  z.strictObject({ does: z.literal('waitsForChild'), program: z.string(), child: z.string() }),
]);
export type Doing = Readonly<z.infer<typeof doingSchema>>;

/** What is waited for, as it follows "waiting for". */
export function whatIsAwaited(doing: Doing): Message {
  switch (doing.does) {
    case 'works':
      return namesOf(doing.programs);
    case 'showsWindow':
      return message(`doing.window.${windowKind(doing)}`, windowValues(doing));
    case 'spins':
      return message('doing.spins', { program: doing.program, minutes: doing.minutes });
    case 'silent':
      return message('doing.silent', { names: namesOf(doing.programs), minutes: doing.minutes });
    case 'waitsForChild':
      return message('doing.child', { program: doing.program, child: doing.child });
    default:
      return assertNever(doing);
  }
}

/** What it was last seen to do, as a sentence about an uninstaller that did not end; none where that explains nothing. */
export function whatItDid(doing: Doing): readonly Message[] {
  switch (doing.does) {
    case 'works':
      return [];
    case 'showsWindow':
      return [message(`did.window.${windowKind(doing)}`, windowValues(doing))];
    case 'spins':
      return [message('did.spins', { program: doing.program, minutes: doing.minutes })];
    case 'silent':
      return [message('did.silent', { names: namesOf(doing.programs), minutes: doing.minutes })];
    case 'waitsForChild':
      return [message('did.child', { program: doing.program, child: doing.child })];
    default:
      return assertNever(doing);
  }
}

type ShowsWindow = Extract<Doing, { readonly does: 'showsWindow' }>;

function windowKind({ unseen }: ShowsWindow): 'unseen' | 'seen' {
  return unseen ? 'unseen' : 'seen';
}

function windowValues({ program, title }: ShowsWindow) {
  return { program, title: title === '' ? message('doing.untitled') : title };
}

function namesOf(programs: readonly string[]): Message {
  const names = [...new Set(programs)].join(', ');
  return names === '' ? message('waiting.uninstaller') : quoted(names);
}

const longestQuote = 120;

/**
 * Text of a program as it may be quoted: one line of bounded length, without marks that nobody sees and without quotation
 * marks, so that it cannot end its own quotation and go on in our words.
 */
export function quotable(text: string): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/["“”„«»‹›]/gu, '’')
    .trim();
  const letters = [...line];
  return letters.length <= longestQuote ? line : `${letters.slice(0, longestQuote).join('')}…`;
}
