import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { formatJunit } from '../../../src/lint/formats/junit.ts';
import { legible } from '../../../src/model/legible.ts';
import { exampleResult, hostileResult, options, readSchema } from './results.ts';

const schema = { fileName: 'jenkins-junit.xsd', contents: readSchema('jenkins-junit.xsd') };

/** What xmllint says against the documents; its startup takes longer than their validation. */
async function complaints(documents: readonly string[]): Promise<readonly string[]> {
  const xml = documents.map((contents, at) => ({ fileName: `report-${at}.xml`, contents }));
  const { valid, errors } = await validateXML({ xml, schema });
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage);
}

/** An attribute's value as a reader of XML sees it. */
function readAttribute(tag: string, name: string): string {
  const written = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return decodeXml(written.replace(/[\t\r\n]/g, ' '));
}

function decodeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (named[name] ?? '') : String.fromCharCode(Number(code)),
  );
}

/** Suites with their cases, in order; a format of one tag per line needs no more of a parser than this. */
function readReport(xml: string) {
  const suites = xml.split('<testsuite ').slice(1);
  return suites.map((suite) => ({
    name: readAttribute(` ${suite.slice(0, suite.indexOf('>'))}`, 'name'),
    counts: ['tests', 'failures', 'errors'].map((name) => Number(readAttribute(` ${suite}`, name))),
    cases: suite.split('<testcase ').slice(1),
  }));
}

const result = exampleResult();
const xml = formatJunit(result, options);

describe('junit', () => {
  it('is checked by a schema that refuses another shape, and by a parser that refuses what is not XML', async () => {
    expect(await complaints(['<testsuites><testcase name="x"/></testsuites>'])).not.toEqual([]);
    expect(await complaints([xml.replace('Expired', '\u0007')])).not.toEqual([]);
  });

  it('is a suite per file and a case per finding, in the schema of Jenkins', async () => {
    expect(await complaints([xml])).toEqual([]);
    expect(xml).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="kb lint" tests="4" failures="1" errors="0">
        <testsuite name="content/colis/à suivre.md" tests="3" failures="1" errors="0">
          <testcase classname="content/colis/à suivre.md" name="is-validated 2:5">
            <system-out>info content/colis/à suivre.md:2:5 is-validated
      Never validated</system-out>
          </testcase>
          <testcase classname="content/colis/à suivre.md" name="not-expired 6:10">
            <failure type="not-expired" message="Expired 1 d ago">error content/colis/à suivre.md:6:10 not-expired
      Expired 1 d ago</failure>
          </testcase>
          <testcase classname="content/colis/à suivre.md" name="links-resolve 9:6">
            <system-out>warning content/colis/à suivre.md:9:6 links-resolve
      No file \`suite.md\`</system-out>
          </testcase>
        </testsuite>
        <testsuite name="content/sain.md" tests="1" failures="0" errors="0">
          <testcase classname="content/sain.md" name="kb lint"></testcase>
        </testsuite>
      </testsuites>
      "
    `);
  });

  it('speaks the chosen language', () => {
    expect(formatJunit(result, { ...options, lang: 'fr' })).toContain('Article périmé depuis 1 j');
  });

  it('gives every case of a file its own name, for GitLab shows only the first of a name', () => {
    const twice = formatJunit({ ...result, findings: [...result.findings, ...result.findings] }, options);
    const [suite] = readReport(twice);
    const names = suite?.cases.map((each) => readAttribute(` ${each}`, 'name')) ?? [];
    expect(names).toHaveLength(6);
    expect(new Set(names).size).toBe(6);
  });

  it('is valid with no files at all, and the same twice', async () => {
    expect(await complaints([formatJunit({ ...result, findings: [], paths: [] }, options)])).toEqual([]);
    expect(formatJunit(exampleResult(), options)).toBe(xml);
  });

  it('is valid for any text, counts right and says what the finding says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileResult, { minLength: 40, maxLength: 40 }), async (results) => {
        const documents = results.map((any) => formatJunit(any, options));
        expect(await complaints(documents)).toEqual([]);
        for (const [at, { findings }] of results.entries()) {
          const suites = readReport(documents[at] ?? '');
          const cases = suites.flatMap((suite) => suite.cases);
          const failures = cases.filter((each) => each.includes('<failure '));
          for (const { counts, cases: own } of suites)
            expect(counts).toEqual([own.length, own.filter((each) => each.includes('<failure ')).length, 0]);
          const errors = findings.filter(({ severity }) => severity === 'error');
          const told = failures.map((each) => readAttribute(each.slice(each.indexOf('<failure')), 'message'));
          expect(told.sort()).toEqual(errors.map(({ message }) => legible(message.en)).sort());
        }
      }),
      { numRuns: 5 },
    );
  });
});
