import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatGitlab } from '../../../src/lint/formats/gitlab.ts';
import { wellFormed } from '../../../src/model/legible.ts';
import { exampleResult, hostileResult, options } from './results.ts';

/** The fields of a report as GitLab documents them ("Code Quality report format"); a path is relative, without a leading `./`. */
const validate = new Ajv({ allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string' },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string' },
          lines: {
            type: 'object',
            additionalProperties: false,
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
});

function validated(text: string) {
  const report = JSON.parse(text);
  validate(report);
  expect(validate.errors ?? []).toEqual([]);
  return report;
}

const result = exampleResult();

describe('gitlab', () => {
  it('is one entry per finding, with a severity of GitLab’s', () => {
    const report = validated(formatGitlab(result, options));
    expect(report.map(({ severity }: { severity: string }) => severity)).toEqual(['info', 'major', 'minor']);
    expect(report[1]).toEqual({
      description: 'Expired 1 d ago',
      check_name: 'not-expired',
      fingerprint: expect.any(String),
      severity: 'major',
      location: { path: 'content/colis/à suivre.md', lines: { begin: 6 } },
    });
  });

  it('speaks the chosen language, and is an empty list when there is nothing to say', () => {
    const [, french] = validated(formatGitlab(result, { ...options, lang: 'fr' }));
    expect(french.description).toContain('Article périmé depuis 1 j');
    expect(formatGitlab({ ...result, findings: [] }, options)).toBe('[]\n');
  });

  it('has the documented fields and unique fingerprints for any text', () => {
    fc.assert(
      fc.property(hostileResult, (any) => {
        const text = formatGitlab(any, options);
        const report = validated(text);
        expect(new Set(report.map((entry: { fingerprint: string }) => entry.fingerprint)).size).toBe(
          any.findings.length,
        );
        for (const { description, location } of report)
          expect([description, location.path]).toEqual([wellFormed(description), wellFormed(location.path)]);
      }),
    );
  });
});
