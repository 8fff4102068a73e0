import { z } from 'zod';
import { quoted, type Message } from './message.ts';

const lazyMessage: z.ZodType<Message> = z.lazy(() => messageSchema);

export const messageValuesSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), lazyMessage, z.array(z.union([z.string(), lazyMessage]))]),
);

/** Documents carry the English text beside id and values, see `report/json-text.ts`; it is not read back. */
export const messageSchema: z.ZodType<Message> = z.object({
  id: z.string(),
  values: messageValuesSchema.optional(),
});

/** What was said, in a record: version 0.1.0 wrote a finished English sentence, which is quoted. */
export const saidSchema = z.preprocess(
  (said) => (typeof said === 'string' ? quoted(said) : said),
  messageSchema,
);

/** Sentences that follow one another, in a record; version 0.1.0 wrote them as one text. */
export const sentencesSchema = z.union([
  z.array(messageSchema),
  z.string().transform((text) => (text === '' ? [] : [quoted(text)])),
]);
