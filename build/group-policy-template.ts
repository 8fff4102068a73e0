import { exitCodes } from '../src/shared/domain/run/exit-codes.ts';
import { languages, type Language } from '../src/shared/domain/languages.ts';
import { loadTranslator } from '../src/shared/words/load-translator.ts';
import { forbidKey, policyKey } from '../src/main/policy/policy.ts';
import {
  flagNames,
  forbiddable,
  policyFlags,
  type FlagName,
} from '../src/main/policy/policy-flags.ts';

/** The folder of a language beside a template. Source: Microsoft, "Group Policy ADMX Syntax Reference Guide". */
const folders: Readonly<Record<Language, string>> = {
  en: 'en-US',
  de: 'de-DE',
  es: 'es-ES',
  fr: 'fr-FR',
  'pt-BR': 'pt-BR',
  ru: 'ru-RU',
};

const space = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';
const head = '<?xml version="1.0" encoding="utf-8"?>';
/** Below the hive, as a template names a key. */
const belowHive = (key: string) => key.replace(/^HKLM\\/, '');
/** Identifiers in templates are letters, digits and underscores. */
const idOf = (name: string) => name.replaceAll(/\W/g, '_');

/** The template of Cutover for Group Policy and, for each language, its texts, by path. */
export async function groupPolicyTemplate(): Promise<Readonly<Record<string, string>>> {
  const texts = await Promise.all(
    languages.map(async (language) => [
      `docs/group-policy/${folders[language]}/Cutover.adml`,
      await textsIn(language),
    ]),
  );
  return {
    'docs/group-policy/Cutover.admx': template(),
    ...(Object.fromEntries(texts) as Readonly<Record<string, string>>),
  };
}

function template(): string {
  return [
    head,
    `<policyDefinitions revision="1.0" schemaVersion="1.0" xmlns="${space}">`,
    '  <policyNamespaces><target prefix="cutover" namespace="Cutover.Policies" /></policyNamespaces>',
    '  <resources minRequiredRevision="1.0" />',
    '  <supportedOn>',
    '    <definitions><definition name="Cutover" displayName="$(string.Supported)" /></definitions>',
    '  </supportedOn>',
    '  <categories>',
    '    <category name="Cutover" displayName="$(string.Cutover)" />',
    ...['Flags', 'Forbid'].map(
      (name) =>
        `    <category name="${name}" displayName="$(string.${name})"><parentCategory ref="Cutover" /></category>`,
    ),
    '  </categories>',
    '  <policies>',
    ...flagNames.map(flagPolicy),
    ...forbiddable.map(forbidPolicy),
    '  </policies>',
    '</policyDefinitions>',
    '',
  ].join('\n');
}

function flagPolicy(name: FlagName): string {
  const id = `Flag_${idOf(name)}`;
  const place = { id, category: 'Flags', key: policyKey };
  if (policyFlags[name].kind === 'switch') return switchPolicy({ ...place, value: name });
  return [
    `    <policy name="${id}" class="Machine" displayName="$(string.${id})" explainText="$(string.${id}_about)"`,
    `      presentation="$(presentation.${id})" key="${belowHive(policyKey)}">`,
    '      <parentCategory ref="Flags" /><supportedOn ref="Cutover" />',
    `      <elements><text id="${id}" valueName="${name}" required="true" maxLength="1023" /></elements>`,
    '    </policy>',
  ].join('\n');
}

function forbidPolicy(what: string): string {
  return switchPolicy({
    id: `Forbid_${idOf(what)}`,
    category: 'Forbid',
    key: forbidKey,
    value: what,
  });
}

interface Switch {
  readonly id: string;
  readonly category: string;
  readonly key: string;
  readonly value: string;
}

function switchPolicy({ id, category, key, value }: Switch): string {
  return [
    `    <policy name="${id}" class="Machine" displayName="$(string.${id})" explainText="$(string.${id}_about)"`,
    `      key="${belowHive(key)}" valueName="${value}">`,
    `      <parentCategory ref="${category}" /><supportedOn ref="Cutover" />`,
    '      <enabledValue><decimal value="1" /></enabledValue><disabledValue><decimal value="0" /></disabledValue>',
    '    </policy>',
  ].join('\n');
}

async function textsIn(language: Language): Promise<string> {
  const { t, render } = await loadTranslator(language);
  const code = String(exitCodes.forbidden.windows);
  const strings: readonly (readonly [string, string])[] = [
    ['Cutover', 'Cutover'],
    ['Supported', t('policy.template.supported')],
    ['Flags', t('policy.template.flags')],
    ['Forbid', t('policy.template.forbid')],
    ...flagNames.flatMap((name) => [
      [`Flag_${idOf(name)}`, `--${name}`] as const,
      [`Flag_${idOf(name)}_about`, render(policyFlags[name].about)] as const,
    ]),
    ...forbiddable.flatMap((what) => [
      [`Forbid_${idOf(what)}`, t('policy.template.forbids', { what })] as const,
      [`Forbid_${idOf(what)}_about`, t('policy.template.forbidsAbout', { what, code })] as const,
    ]),
  ];
  const valued = flagNames.filter((name) => policyFlags[name].kind !== 'switch');
  return [
    head,
    `<policyDefinitionResources revision="1.0" schemaVersion="1.0" xmlns="${space}">`,
    '  <displayName>Cutover</displayName>',
    `  <description>${escaped(t('schema.policy'))}</description>`,
    '  <resources>',
    '    <stringTable>',
    ...strings.map(([id, text]) => `      <string id="${id}">${escaped(text)}</string>`),
    '    </stringTable>',
    '    <presentationTable>',
    ...valued.map((name) => {
      const id = `Flag_${idOf(name)}`;
      return `      <presentation id="${id}"><textBox refId="${id}"><label>--${name}</label></textBox></presentation>`;
    }),
    '    </presentationTable>',
    '  </resources>',
    '</policyDefinitionResources>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
