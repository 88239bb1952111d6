import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { exampleArticle } from '../../../src/lint/rule.ts';
import type { IsoDate } from '../../../src/model/iso-date.ts';
import { formatIcs } from '../../../src/report/formats/ics.ts';
import { buildReport } from '../../../src/report/report.ts';
import { memoryBase } from '../../support/memory-base.ts';
import { hostileOptions, hostileReport } from '../hostile-base.ts';

const base = memoryBase({
  'content/a.md': exampleArticle({
    id: 'a',
    title: '"Perdu, volé ; cassé \\\\ ou \\n"',
    expires: '2026-06-01',
  }),
  'content/b.md': exampleArticle({ id: 'b', expires: '2026-06-01' }),
  'content/c.md': exampleArticle({ id: 'c', expires: '2026-06-01', owner: 'retours' }),
  'content/d.md': exampleArticle({ id: 'd', expires: '9999-12-31' }),
  'content/e.md': exampleArticle({ id: 'e', expires: '2026-06-01', status: 'archived' }),
  'content/f.md': exampleArticle({ id: 'f', expires: '2026-06-01', status: 'draft' }),
  'content/g.md': exampleArticle({ id: 'g', expires: null }),
  'content/h.md': 'illisible',
});
const options = {
  lang: 'fr',
  color: false,
  width: 80,
  labels: { ...base.config, name: 'Été ; à, b' },
} as const;
const report = buildReport(base, { today: '2026-06-15' as IsoDate, lastChanged: new Map() });
const text = formatIcs(report, options);
const calendarOf = (ics: string) => new ICAL.Component(ICAL.parse(ics));
const eventsOf = (ics: string) =>
  calendarOf(ics)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

describe('the report as a calendar', () => {
  it('has one all-day event per owner and last valid day, and none for drafts, archived or unreadable files', () => {
    expect(eventsOf(text).map(({ uid, startDate, summary }) => [uid, String(startDate), summary])).toEqual([
      [
        'kb-livraison-2026-06-01@ete-a-b',
        '2026-06-01',
        'Dernier jour de validité\u00A0: 2 articles (Livraison)',
      ],
      ['kb-retours-2026-06-01@ete-a-b', '2026-06-01', 'Dernier jour de validité\u00A0: 1 article (Retours)'],
      [
        'kb-livraison-9999-12-31@ete-a-b',
        '9999-12-31',
        'Dernier jour de validité\u00A0: 1 article (Livraison)',
      ],
    ]);
    for (const { startDate } of eventsOf(text)) expect(startDate.isDate).toBe(true);
  });

  it('names the articles, whatever is in their titles', () => {
    expect(eventsOf(text)[0]?.description).toBe(
      '- Perdu, volé ; cassé \\ ou (a, fr)\n- Colis en retard (b, fr)',
    );
    // The name is a text too (RFC 7986); ical.js knows no such property, so its line is read as it is.
    expect(text).toContain('\r\nNAME:Été \\; à\\, b\r\n');
  });

  it('is stamped with the day of the report, rings no bell and takes up nobody’s day', () => {
    const [component] = calendarOf(text).getAllSubcomponents('vevent');
    expect(String(component?.getFirstPropertyValue('dtstamp'))).toBe('2026-06-15T00:00:00Z');
    expect(component?.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(component?.getAllSubcomponents('valarm')).toEqual([]);
    expect(formatIcs(report, options)).toBe(text);
  });

  it('folds its lines at 75 octets and ends them as RFC 5545 asks, whatever stands in them', () => {
    for (const ics of [text, formatIcs(hostileReport, hostileOptions)]) {
      expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const octets = ics.split('\r\n').map((line) => Buffer.byteLength(line));
      expect(Math.max(...octets)).toBeLessThanOrEqual(75);
      // A character that was cut in two would not come back.
      expect(Buffer.from(ics).toString('utf8')).toBe(ics);
    }
  });

  it('lets no title, owner or name of a base become a line of its own', () => {
    const ics = formatIcs(hostileReport, hostileOptions);
    const events = eventsOf(ics);
    expect(events).toHaveLength(4);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(4);
    expect(calendarOf(ics).getFirstPropertyValue('x')).toBeNull();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/);
  });

  it('is a calendar without events where nothing expires', () => {
    const empty = memoryBase({ 'content/g.md': exampleArticle({ expires: null }) });
    const nothing = buildReport(empty, { today: '2026-06-15' as IsoDate, lastChanged: new Map() });
    expect(eventsOf(formatIcs(nothing, options))).toEqual([]);
  });
});
