import { parse } from '@formatjs/icu-messageformat-parser';
import type { Catalogue, Catalogues } from './catalogue.ts';
import { parametersOf } from './parameters.ts';

/** What is wrong with the catalogues, a line each; English says what every other language has to have. */
export function faultsOf(catalogues: Catalogues): readonly string[] {
  return Object.entries(catalogues).flatMap(([language, catalogue]) =>
    [
      ...keyFaults(catalogue),
      ...(language === 'en' ? [] : differences(catalogue, catalogues.en)),
      ...messageFaults(catalogue, catalogues.en),
    ].map((fault) => `${language}: ${fault}`),
  );
}

/** `concept.id.part`; an id may be one that records carry, so it may have dashes. */
const keyShape = /^[a-z][a-zA-Z]*(\.[a-zA-Z][\w-]*)+$/;

function keyFaults(catalogue: Catalogue): readonly string[] {
  const keys = Object.keys(catalogue);
  const misshapen = keys.filter((key) => !keyShape.test(key));
  const unsorted = keys.find((key, at) => at > 0 && key < (keys[at - 1] ?? ''));
  return [
    ...misshapen.map((key) => `${key} is not written concept.id.part`),
    ...(unsorted === undefined ? [] : [`${unsorted} stands behind a later key; sort them`]),
  ];
}

function differences(catalogue: Catalogue, english: Catalogue): readonly string[] {
  const onlyIn = (one: Catalogue, other: Catalogue) =>
    Object.keys(one).filter((key) => !Object.hasOwn(other, key));
  return [
    ...onlyIn(english, catalogue).map((key) => `${key} is missing`),
    ...onlyIn(catalogue, english).map((key) => `${key} is not in English`),
  ];
}

function messageFaults(catalogue: Catalogue, english: Catalogue): readonly string[] {
  return Object.entries(catalogue).flatMap(([key, text]) => {
    const own = parametersIn(text);
    if (own instanceof Error) return [`${key}: ${own.message}`];
    if (text.trim() === '') return [`${key} is empty`];
    const wanted = parametersIn(english[key] ?? text);
    if (wanted instanceof Error || own === wanted) return [];
    return [`${key} has the parameters ${own}, in English ${wanted}`];
  });
}

function parametersIn(text: string): string | Error {
  try {
    return JSON.stringify(parametersOf(parse(text)));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
