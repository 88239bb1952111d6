import type { Nodes, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { exampleArticle } from '../../../src/lint/rule.ts';
import type { IsoDate } from '../../../src/model/iso-date.ts';
import { formatMd } from '../../../src/report/formats/md.ts';
import { buildReport } from '../../../src/report/report.ts';
import { memoryBase } from '../../support/memory-base.ts';
import { hostileBase, hostileOptions, hostileReport } from '../hostile-base.ts';

const parse = (text: string) => unified().use(remarkParse).use(remarkGfm).parse(text);
function find<Type extends Nodes['type']>(text: string, type: Type): Extract<Nodes, { type: Type }>[] {
  const found: Extract<Nodes, { type: Type }>[] = [];
  visit(parse(text), (node: Nodes) => {
    if (node.type === type) found.push(node as Extract<Nodes, { type: Type }>);
  });
  return found;
}
const workRows = (text: string) =>
  find(text, 'table')
    .slice(2)
    .flatMap(({ children }: Table) => children.slice(1));

const today = '2026-06-15' as IsoDate;
const options = { lang: 'en', color: false, width: 80, labels: hostileBase.config } as const;
const many = (count: number) =>
  buildReport(
    memoryBase(
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `content/a${index}.md`,
          exampleArticle({
            id: `a${index}`,
            title: `Une procédure au titre assez long, la ${index}e`,
            expires: '2026-06-01',
            owner: index % 2 ? 'livraison' : 'retours',
          }),
        ]),
      ),
    ),
    { today, lastChanged: new Map() },
  );

describe('the report as Markdown', () => {
  it('begins with the comment by which a workflow finds it again', () => {
    const report = many(2);
    expect(formatMd(report, options).split('\n')[0]).toBe('<!-- kb-report owner=all -->');
    expect(formatMd({ ...report, owner: 'livraison' }, options).split('\n')[0]).toBe(
      '<!-- kb-report owner=livraison -->',
    );
  });

  it('lets no title, owner, name or diff format, link, mention or end anything', () => {
    const text = formatMd(hostileReport, hostileOptions);
    expect(workRows(text)).toHaveLength(hostileReport.articles.filter(({ score }) => score > 0).length);
    for (const row of workRows(text)) expect(row.children).toHaveLength(4);
    for (const type of ['link', 'image', 'emphasis', 'delete', 'linkReference'] as const)
      expect([type, find(text, type)]).toEqual([type, []]);
    const html = find(text, 'html').map(({ value }) => value.replace(/<code>a\d+<\/code>/, ''));
    expect(new Set(html.map((value) => value.split('>')[0]))).toEqual(
      new Set(['<!-- kb-report owner=all --', '<br', '<details', '</details']),
    );
    const blocks = find(text, 'code');
    expect(blocks.length).toBeGreaterThan(20);
    for (const { value, lang } of blocks) expect([lang, value.split('\n').length]).toEqual(['diff', 3]);
    const shown = find(text, 'text').map(({ value }) => value);
    for (const value of shown) expect(value).not.toMatch(/[@#!~%](?=[\w])|https?:\/\/(?=$)/);
    expect(shown.join('\n')).toContain('<script>alert(1)</script>');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/);
  });

  it('fits into a comment of GitHub, and says how many did not', () => {
    for (const groupBy of [undefined, 'owner'] as const) {
      const text = formatMd(many(2000), { ...options, groupBy });
      expect(text.length).toBeLessThanOrEqual(65_536);
      expect(text.length).toBeGreaterThan(60_000);
      const left = [...text.matchAll(/… and (\d+) more/g)].reduce((sum, [, count]) => sum + Number(count), 0);
      expect(workRows(text).length + left).toBe(2000);
      expect(text).toContain('`kb review ID --expires YYYY-MM-DD`');
    }
  });

  it('leaves diffs out before articles', () => {
    const report = many(20);
    const lines = [{ kind: 'added', text: 'x'.repeat(30_000) }] as const;
    const change = { since: undefined, by: undefined, lines };
    const articles = report.articles.map((article) => ({ ...article, change }));
    const text = formatMd({ ...report, articles }, options);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(workRows(text)).toHaveLength(20);
    expect(find(text, 'code')).toHaveLength(2);
    expect(text).toContain('Differences too long to be shown: 18');
  });

  it('says what is new, and that there is nothing to update', () => {
    const calm = buildReport(memoryBase({}), { today, lastChanged: new Map() });
    const since = {
      day: today,
      newlyExpired: [],
      newlyDue: [],
      newlyValidated: [],
      newlyChanged: [],
      gone: [],
    };
    const added = [{ id: 'a', lang: 'fr', title: 'A', path: 'content/a.md' }];
    expect(formatMd({ ...calm, since: { ...since, added } }, options)).toContain('- Added **1** `a (fr)`');
    expect(formatMd({ ...calm, since: { ...since, added: [] } }, options)).toContain('Nothing new.');
    expect(formatMd(calm, options)).toContain('Nothing to update.');
  });
});
