// Every format tells the same numbers: each is read back as a program would, on the sample base, and compared with the JSON.
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { readKnowledgeBase } from '../../../src/content/read-knowledge-base.ts';
import { parseIsoDate } from '../../../src/model/iso-date.ts';
import type { Wording } from '../../../src/model/wording.ts';
import { reportFormats } from '../../../src/report/formats/index.ts';
import type { ReportFormatOptions } from '../../../src/report/formats/report-format.ts';
import { stateWords } from '../../../src/report/formats/report-words.ts';
import { buildReport, type Report, type ReportedArticle } from '../../../src/report/report.ts';
import { projectRoot } from '../../support/corpora.ts';
import { sampleDay } from '../../support/run-kb.ts';

const texts: Record<string, string> = {};
let json: Report;
let expected: Record<string, number>;
let toUpdate: ReportedArticle[];

beforeAll(async () => {
  const base = await readKnowledgeBase(projectRoot);
  const today = parseIsoDate(sampleDay) ?? expect.fail();
  const volumes = new Map([['delivery.late', 1234.5]]);
  const report = buildReport(base, { today, lastChanged: new Map(), volumes });
  const options: ReportFormatOptions = {
    lang: 'fr',
    color: false,
    width: 80,
    labels: base.config,
    all: true,
  };
  for (const [name, load] of Object.entries(reportFormats)) texts[name] = (await load())(report, options);
  json = JSON.parse(texts.json ?? '');
  toUpdate = json.articles.filter(({ score }) => score > 0);
  // No state of one axis is called as one of the other, but for `invalid`, of which the sample base has none.
  expected = Object.fromEntries(
    Object.entries({ ...json.validity, ...json.trust }).filter(([, count]) => count > 0),
  );
});

/** State → count, from a format that calls the states by their French names. */
function statesOf(text: string, pattern: (word: string) => RegExp): Record<string, number> {
  return Object.fromEntries(
    Object.entries<Wording>(stateWords).flatMap(([state, { fr }]) => {
      const found = pattern(fr).exec(text);
      return found ? [[state, Number(found[1])]] : [];
    }),
  );
}

describe('the sums', () => {
  it('are there to be compared', () => {
    expect(json.total).toBeGreaterThan(60);
    expect(Object.keys(expected).length).toBeGreaterThan(8);
    expect(toUpdate.length).toBeGreaterThan(10);
  });

  it('agree in the table', () => {
    const text = texts.table ?? '';
    expect(text).toContain(`${json.total} articles`);
    expect(statesOf(text, (word) => new RegExp(`^  ${word} +(\\d+)  █`, 'm'))).toEqual(expected);
    expect(text.match(/^ +\d+ {2}[a-z]\S+ \(..\) +[a-z]+$/gm)).toHaveLength(toUpdate.length);
  });

  it('agree in the CSV', () => {
    const rows = parse(texts.csv ?? '', { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(json.total);
    const counts: Record<string, number> = {};
    for (const { validity = '', trust = '' } of rows) {
      for (const state of [validity, trust]) counts[state] = (counts[state] ?? 0) + 1;
    }
    expect(counts).toEqual(expected);
    expect(rows.map(({ score, why, path }) => [Number(score), why, path])).toEqual(
      json.articles.map(({ score, why, path }) => [score, why.fr, path]),
    );
  });

  it('agree in the Markdown', () => {
    const text = texts.md ?? '';
    expect(text).toContain(`${toUpdate.length} à mettre à jour sur ${json.total} articles`);
    expect(statesOf(text, (word) => new RegExp(`^\\| \\S+ ${word} \\| (\\d+) \\|$`, 'm'))).toEqual(expected);
    expect(text.match(/^\| \d+ \| .*<br>/gm)).toHaveLength(toUpdate.length);
  });

  it('agree in the page', () => {
    const text = texts.html ?? '';
    expect(text).toContain(`${toUpdate.length} à mettre à jour sur ${json.total} articles`);
    const found = [...text.matchAll(/<li data-state="([a-z]+)">.*?<strong>(\d+)<\/strong>/g)];
    expect(Object.fromEntries(found.map(([, state, count]) => [state, Number(count)]))).toEqual(expected);
    expect(text.match(/<li class="article /g)).toHaveLength(toUpdate.length);
    expect(text.match(/<th scope="row">/g)).toHaveLength(json.total);
  });

  it('agree in the calendar', () => {
    const events = new ICAL.Component(ICAL.parse(texts.ics ?? ''))
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component));
    const dated = json.articles.filter(
      ({ expires, trust }) => expires !== null && trust !== 'archived' && trust !== 'draft',
    );
    expect(dated.length).toBeGreaterThan(40);
    const named = events.flatMap(({ startDate, description }) =>
      description.split('\n').map((line) => `${startDate} ${/\((\S+), (..)\)$/.exec(line)?.slice(1)}`),
    );
    expect(named.sort()).toEqual(dated.map(({ expires, id, lang }) => `${expires} ${id},${lang}`).sort());
    const counts = events.map(({ summary }) => Number(/(\d+) articles?/.exec(summary)?.[1]));
    expect(counts.reduce((a, b) => a + b, 0)).toBe(dated.length);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(
      new Set(dated.map(({ expires, owner }) => `${expires} ${owner}`)).size,
    );
  });
});
