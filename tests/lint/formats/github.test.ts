import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatGithub } from '../../../src/lint/formats/github.ts';
import type { LintResult } from '../../../src/lint/formats/lint-result.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { legible } from '../../../src/model/legible.ts';
import { exampleResult, hostileResult, options } from './results.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const unescapeData = (text: string) =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const unescapeProperty = (text: string) =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

/** Reads a log as GitHub's documentation of workflow commands says: `::name key=value,key=value::message`, one per line. */
function readCommands(log: string): Command[] {
  const lines = log.split(/\r\n|\n|\r/);
  expect(lines.pop()).toBe('');
  return lines.map((line) => {
    const end = line.indexOf('::', 2);
    expect(line.startsWith('::') && end > 0).toBe(true);
    const [name = '', ...rest] = line.slice(2, end).split(' ');
    const pairs = rest.join(' ').split(',');
    return {
      name,
      properties: Object.fromEntries(
        pairs.map((pair) => {
          const at = pair.indexOf('=');
          return [pair.slice(0, at), unescapeProperty(pair.slice(at + 1))];
        }),
      ),
      message: unescapeData(line.slice(end + 2)),
    };
  });
}

const result = exampleResult();

/** The properties of a place, as the command states them. */
function placeOf(place: Partial<Finding>): Readonly<Record<string, string>> {
  const findings = result.findings.slice(0, 1).map((finding) => ({ ...finding, ...place }));
  const [command] = readCommands(formatGithub({ ...result, findings }, options));
  const { file: _, title: __, ...rest } = command?.properties ?? {};
  return rest;
}

describe('github', () => {
  it('is one annotation per finding', () => {
    const file = 'file=content/colis/à suivre.md';
    expect(formatGithub(result, options).split('\n')).toEqual([
      `::notice ${file},line=2,endLine=2,col=5,endColumn=19,title=is-validated::Never validated`,
      `::error ${file},line=6,endLine=6,col=10,endColumn=19,title=not-expired::Expired 1 d ago`,
      `::warning ${file},line=9,endLine=9,col=6,endColumn=25,title=links-resolve::No file \`suite.md\``,
      '',
    ]);
  });

  it('speaks the chosen language, and says nothing when there is nothing to say', () => {
    expect(formatGithub(result, { ...options, lang: 'fr' })).toContain('::Article périmé depuis 1 j');
    expect(formatGithub({ ...result, findings: [] }, options)).toBe('');
  });

  it('names columns only where both ends are on one line, the last one counted in', () => {
    expect(placeOf({ line: 3, column: 2, endLine: 3, endColumn: 5 })).toEqual({
      line: '3',
      endLine: '3',
      col: '2',
      endColumn: '4',
    });
    expect(placeOf({ line: 3, column: 2, endLine: 5, endColumn: 4 })).toEqual({ line: '3', endLine: '5' });
    expect(placeOf({ line: 3, column: 2, endLine: 5, endColumn: 1 })).toEqual({ line: '3', endLine: '4' });
    const toTheEnd = { line: '3', endLine: '3', col: '2' };
    expect(placeOf({ line: 3, column: 2, endLine: 4, endColumn: 1 })).toEqual(toTheEnd);
    expect(placeOf({ line: 3, column: 2, endLine: undefined, endColumn: undefined })).toEqual(toTheEnd);
  });

  it('can be read back to the letter, whatever stands in paths and messages', () => {
    fc.assert(
      fc.property(hostileResult, (any: LintResult) => {
        const commands = readCommands(formatGithub(any, options));
        expect(
          commands.map(({ properties, message }) => [properties.file, properties.title, message]),
        ).toEqual(any.findings.map(({ path, rule, message }) => [legible(path), rule, legible(message.en)]));
        for (const { name, properties } of commands) {
          expect(['error', 'warning', 'notice']).toContain(name);
          expect(Number(properties.endLine)).toBeGreaterThanOrEqual(Number(properties.line));
          expect('col' in properties).toBe(properties.line === properties.endLine);
          if (properties.endColumn !== undefined)
            expect(Number(properties.endColumn)).toBeGreaterThanOrEqual(Number(properties.col));
        }
      }),
    );
  });
});
