import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { groupPolicyTemplate } from '../../../build/group-policy-template.ts';
import { parseRegistryPolicy } from '../../../src/main/policy/registry-policy.ts';
import { flagNames, forbiddable } from '../../../src/main/policy/policy-flags.ts';
import type { RegistryData, RegistryKey } from '../../../src/main/machine/registry/registry.ts';

const documents = await groupPolicyTemplate();
const template = documents['docs/group-policy/Cutover.admx'] ?? '';
const texts = Object.entries(documents).filter(([path]) => path.endsWith('.adml'));

/** An element with its children in their order, as a schema sees them. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
});

function elements(nodes: readonly Record<string, unknown>[]): readonly Element[] {
  return nodes.flatMap((node) => {
    const { ':@': attributes = {}, ...content } = node;
    const [entry] = Object.entries(content);
    if (entry === undefined || entry[0].startsWith('#') || entry[0].startsWith('?')) return [];
    const [name, children] = entry as [string, readonly Record<string, unknown>[]];
    return [
      { name, attributes: attributes as Element['attributes'], children: elements(children) },
    ];
  });
}

const parse = (text: string) => elements(parser.parse(text) as Record<string, unknown>[]);
const all = (list: readonly Element[]): readonly Element[] =>
  list.flatMap((each) => [each, ...all(each.children)]);

/**
 * What may stand in what, in which order; an element in brackets may be missing. Source: Microsoft, "ADMX Schema" and "Group
 * Policy ADMX Syntax Reference Guide".
 */
const contents: Readonly<Record<string, string>> = {
  policyDefinitions: 'policyNamespaces resources supportedOn categories policies',
  policyNamespaces: 'target',
  resources: '(stringTable presentationTable)?',
  supportedOn: '(definitions)?',
  definitions: '(definition )+',
  categories: '(category )+',
  category: '(parentCategory)?',
  policies: '(policy )+',
  policy: 'parentCategory supportedOn( enabledValue disabledValue)?( elements)?',
  enabledValue: 'decimal',
  disabledValue: 'decimal',
  elements: 'text',
  policyDefinitionResources: 'displayName description resources',
  stringTable: '(string )+',
  presentationTable: '(presentation )+',
  presentation: 'textBox',
  textBox: 'label',
};

function outOfOrder(document: string): readonly string[] {
  return all(parse(document)).flatMap(({ name, children }) => {
    const listed = children.map((child) => child.name).join(' ');
    const many = contents[name]?.includes(')+') === true;
    const pattern = new RegExp(`^(?:${contents[name] ?? ''})$`);
    return pattern.test(many ? `${listed} ` : listed) ? [] : [`${name}: ${listed}`];
  });
}

const referred = (text: string, table: string) =>
  [...text.matchAll(new RegExp(String.raw`\$\(${table}\.(\w+)\)`, 'g'))].map(([, id]) => id ?? '');

describe('the template for Group Policy', () => {
  it.each(Object.entries(documents))('%s has everything in its order', (_path, text) => {
    expect(outOfOrder(text)).toEqual([]);
  });

  it('names nothing that is not there, twice, or with a sign that identifiers cannot have', () => {
    const every = all(parse(template));
    const named = every.flatMap(({ name, attributes }) =>
      ['policy', 'category', 'definition'].includes(name) ? [`${name} ${attributes['name']}`] : [],
    );
    expect(named.filter((each) => !/^\w+ \w+$/.test(each))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    const refs = every.filter(({ name }) => name === 'parentCategory' || name === 'supportedOn');
    const wanted = refs.flatMap(({ name, attributes: { ref } }) =>
      ref === undefined ? [] : [`${name === 'supportedOn' ? 'definition' : 'category'} ${ref}`],
    );
    expect(wanted.filter((each) => !named.includes(each))).toEqual([]);
  });

  it.each(texts)('has each of its texts in %s, and no other', (_path, text) => {
    const ids = (name: string) =>
      all(parse(text)).flatMap((each) => (each.name === name ? [each.attributes['id']] : []));
    expect([new Set(ids('string')), new Set(ids('presentation'))]).toEqual([
      new Set(referred(template, 'string')),
      new Set(referred(template, 'presentation')),
    ]);
  });

  it('is written in every language', () => {
    expect(new Set(texts.map(([, text]) => text)).size).toBe(6);
  });

  it('sets values that mean what it says to who reads them', () => {
    const policies = all(parse(template)).filter(({ name }) => name === 'policy');
    const read = policies.map((policy) => layerOf(policy));
    expect(read.flatMap(({ flags }) => flags)).toEqual(flagNames);
    expect(read.flatMap(({ forbids }) => forbids)).toEqual(forbiddable);
  });
});

/** What the reader makes of the one value that an enabled policy writes. */
function layerOf({ attributes, children }: Element) {
  const text = all(children).find(({ name }) => name === 'text')?.attributes['valueName'];
  const value: readonly [string, RegistryData] =
    text === undefined ? [attributes['valueName'] ?? '', 1] : [text, '5'];
  const written = keyWith(`HKLM\\${attributes['key']}`, value);
  const root = 'HKLM\\SOFTWARE\\Policies\\Cutover';
  const isRoot = written.path === root;
  const read = parseRegistryPolicy(
    isRoot ? written : { ...written, path: root, values: new Map() },
    isRoot ? [] : [written],
  );
  if (!read.ok) throw new Error(JSON.stringify(read));
  return { flags: [...read.layer.flags.keys()], forbids: read.layer.forbids };
}

function keyWith(path: string, [name, data]: readonly [string, RegistryData]): RegistryKey {
  const value = { name, type: 'REG_NONE', size: 0, data } as const;
  return { path, name, values: new Map([[name.toLowerCase(), value]]) };
}
