import { message, type Message } from '../message.ts';
import type { Protection } from './protection.ts';

/** What protects a computer and what to do about it, in one sentence. */
export function protectionSentence({ verdict, products }: Protection): Message {
  const names = [...new Set(products)];
  const named = names.length === 0 ? [message('protection.anAntivirus')] : names;
  switch (verdict) {
    case 'protected':
    case 'signaturesOld':
    case 'notProtecting':
      return message(`protection.sentence.${verdict}`, { products: named });
    case 'onlyKaspersky':
    case 'unprotected':
    case 'cannotTell':
      return message(`protection.sentence.${verdict}`);
  }
}
