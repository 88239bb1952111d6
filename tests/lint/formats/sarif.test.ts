import { Ajv } from 'ajv';
import formatsPlugin from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSarif } from '../../../src/lint/formats/sarif.ts';
import { rules } from '../../../src/lint/rules/index.ts';
import { wellFormed } from '../../../src/model/legible.ts';
import { exampleResult, hostileResult, options, readSchema } from './results.ts';

/** The OASIS schema. It is written in draft 4, of which it uses nothing that draft 7 reads otherwise. */
function compileSchema() {
  const { $schema: _, id: __, ...schema } = JSON.parse(readSchema('sarif-2.1.0-rtm.5.json'));
  // One of its patterns, `]?` with the bracket unescaped, is legal only without the u flag.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formatsPlugin.default(ajv);
  return ajv.compile(schema);
}

const validate = compileSchema();

function validated(text: string) {
  const log = JSON.parse(text);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log;
}

const result = exampleResult();
const log = validated(formatSarif(result, options));
const [run] = log.runs;

describe('sarif', () => {
  it('is checked by a schema that refuses what is not SARIF', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
    expect(validate({ ...log, extra: 1 })).toBe(false);
  });

  it('names the tool, and every rule with what it is for', () => {
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver).toMatchObject({ name: 'kb', version: '1.2.3', language: 'en' });
    expect(run.tool.driver).not.toHaveProperty('informationUri');
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(Object.keys(rules));
    const index = Object.keys(rules).indexOf('not-due');
    expect(run.tool.driver.rules[index]).toEqual({
      id: 'not-due',
      shortDescription: { text: 'Not due' },
      fullDescription: { text: rules['not-due']?.why.en },
      help: { text: expect.stringContaining('Due for review') },
      defaultConfiguration: { level: 'warning' },
      properties: { tags: ['life'] },
    });
  });

  it('describes every rule within the lengths that GitHub takes', () => {
    for (const { shortDescription, fullDescription, help } of run.tool.driver.rules) {
      expect(shortDescription.text.length).toBeLessThanOrEqual(1024);
      expect(fullDescription.text.length).toBeLessThanOrEqual(1024);
      expect(help.text).toContain(fullDescription.text);
    }
  });

  it('gives each finding its rule, level, message, place and fingerprint', () => {
    expect(run.results.map(({ level }: { level: string }) => level).sort()).toEqual([
      'error',
      'note',
      'warning',
    ]);
    const error = run.results.find(({ level }: { level: string }) => level === 'error');
    expect(error).toEqual({
      ruleId: 'not-expired',
      ruleIndex: Object.keys(rules).indexOf('not-expired'),
      level: 'error',
      message: { text: 'Expired 1 d ago' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'content/colis/%C3%A0%20suivre.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 6, startColumn: 10, endLine: 6, endColumn: 20 },
          },
        },
      ],
      partialFingerprints: { 'kbFinding/v1': expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(run).toMatchObject({ columnKind: 'utf16CodeUnits', language: 'en' });
    expect(run.originalUriBaseIds).toHaveProperty('%SRCROOT%');
  });

  it('speaks the chosen language', () => {
    const french = validated(formatSarif(result, { ...options, lang: 'fr' }));
    expect(french.runs[0].language).toBe('fr');
    expect(french.runs[0].results[1].message.text).toContain('Article périmé depuis 1 j');
  });

  it('lets an end that is not known be the end of the line', () => {
    const finding = {
      path: 'a.md',
      rule: 'not-due',
      severity: 'info',
      message: { fr: 'm', en: 'm' },
    } as const;
    const regions = [
      { line: 2, column: 2 },
      { line: 1, column: 3, endLine: 2 },
      { line: 9, column: 4 },
    ].map((place) => {
      const texts = new Map([['a.md', 'un\nquatre\n']]);
      const one = validated(formatSarif({ ...result, texts, findings: [{ ...finding, ...place }] }, options));
      return one.runs[0].results[0].locations[0].physicalLocation.region;
    });
    expect(regions).toEqual([
      { startLine: 2, startColumn: 2, endLine: 2, endColumn: 7 },
      { startLine: 1, startColumn: 3, endLine: 2, endColumn: 7 },
      { startLine: 9, startColumn: 4, endLine: 9, endColumn: 5 },
    ]);
  });

  it('turns neither a bracket nor a brace of an article into a link or a placeholder', () => {
    const message = { fr: '', en: 'Unexpected `[x](javascript:1)` and `{0}`' };
    const [finding] = result.findings;
    if (finding === undefined) throw new Error('no finding');
    const one = validated(formatSarif({ ...result, findings: [{ ...finding, message }] }, options));
    expect(one.runs[0].results[0].message.text).toBe('Unexpected `[x] (javascript:1)` and `{{0}}`');
  });

  it('is valid for any text, and its paths can be read back', () => {
    fc.assert(
      fc.property(hostileResult, fc.constantFrom('fr', 'en'), (any, lang) => {
        const text = formatSarif(any, { ...options, lang });
        expect(wellFormed(text)).toBe(text);
        const { results } = validated(text).runs[0];
        for (const [at, { message, locations }] of results.entries()) {
          const { artifactLocation, region } = locations[0].physicalLocation;
          const path = wellFormed(any.findings[at]?.path ?? '');
          expect(artifactLocation.uri.split('/').map(decodeURIComponent).join('/')).toBe(path);
          expect(message.text).not.toBe('');
          expect(wellFormed(message.text)).toBe(message.text);
          const { startLine, startColumn, endLine, endColumn } = region;
          expect(endLine > startLine || (endLine === startLine && endColumn >= startColumn)).toBe(true);
        }
      }),
    );
  });

  it('is valid with no findings, and the same twice', () => {
    expect(validated(formatSarif({ ...result, findings: [] }, options)).runs[0].results).toEqual([]);
    expect(formatSarif(exampleResult(), options)).toBe(formatSarif(result, options));
  });
});
