// The JSON Schemas for editors accept what the program accepts, and mark what it refuses.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { splitFrontMatter } from '../../src/content/front-matter.ts';
import { articleJsonSchema, configJsonSchema, variablesJsonSchema } from '../../src/lint/json-schemas.ts';
import { projectRoot, readMarkdownFiles } from '../support/corpora.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
const isConfig = ajv.compile(configJsonSchema());
const isArticle = ajv.compile(articleJsonSchema());

describe('the schema of the variables', () => {
  const isVariables = ajv.compile(variablesJsonSchema());

  it('accepts those of the sample base', () => {
    isVariables(parse(readFileSync(path.join(projectRoot, 'variables.yaml'), 'utf8')));
    expect(isVariables.errors).toBeNull();
  });

  it.each([
    ['a number', { delai: 5 }],
    ['a name with a dot', { 'order.status': 'x' }],
    ['an empty list', { delai: [] }],
    ['a value under another key', { delai: [{ valeur: 'x' }] }],
  ])('refuses %s', (_, written) => {
    expect(isVariables(written)).toBe(false);
  });
});

describe('the schema of the configuration', () => {
  it.each(['kb.config.yaml', 'templates/starter/fr/kb.config.yaml', 'templates/starter/en/kb.config.yaml'])(
    'accepts %s',
    (file) => {
      isConfig(parse(readFileSync(path.join(projectRoot, file), 'utf8')));
      expect(isConfig.errors).toBeNull();
    },
  );

  const sound = { name: 'Base', owners: { livraison: { name: { fr: 'Livraison' } } } };

  it.each([
    ['a misspelt key', { ...sound, owner: {} }],
    ['no owners', { name: 'Base' }],
    ['a period without a unit', { ...sound, validity: { due_within: '30' } }],
    ['a rule that does not exist', { ...sound, rules: { 'not-expire': 'off' } }],
    ['a severity that does not exist', { ...sound, rules: { 'not-expired': 'fatal' } }],
    [
      'a reviewer without the @ of a handle',
      { ...sound, owners: { a: { name: { fr: 'A' }, codeowners: ['org/team'] } } },
    ],
    ['a content folder outside of the base', { ...sound, content: '../autre' }],
  ])('refuses %s', (_, config) => {
    expect(isConfig(sound)).toBe(true);
    expect(isConfig(config)).toBe(false);
  });

  it('says of each rule what it is for', () => {
    const { properties } = configJsonSchema() as {
      properties: { rules: { properties: Record<string, { description: string }> } };
    };
    expect(properties.rules.properties['not-expired']?.description).toMatch(/\w{4,}.*\.$/);
  });
});

describe('the schema of front matter', () => {
  it('accepts every article of the sample base', () => {
    const refused = readMarkdownFiles(path.join(projectRoot, 'content')).filter(
      ({ text }) => !isArticle(splitFrontMatter(text).yaml?.data),
    );
    expect(refused.map(({ path: file }) => file)).toEqual([]);
  });

  const sound = { id: 'colis', title: 'Colis', type: 'procedure', owner: 'livraison' };

  it.each([
    ['a misspelt key', { ...sound, expire: '2027-03-31' }],
    ['an unknown type', { ...sound, type: 'procedur' }],
    ['an id with capitals', { ...sound, id: 'Colis' }],
    ['a month that does not exist', { ...sound, expires: '2027-13-01' }],
    ['a validation without a digest', { ...sound, validation: { by: 'Ana', on: '2026-05-02' } }],
    ['no owner', { id: 'colis', title: 'Colis', type: 'procedure' }],
  ])('refuses %s', (_, data) => {
    expect(isArticle(sound)).toBe(true);
    expect(isArticle(data)).toBe(false);
  });
});
