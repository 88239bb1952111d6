// What a page holds for its guides: links that exist in this site only, sections by their headings, nothing that could break out.
import { describe, expect, it } from 'vitest';
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import { flowchartsOf } from '../../src/content/document.ts';
import type { ArticleDocument } from '../../src/content/knowledge-base.ts';
import { parseDiagram } from '../../src/flow/parse-flow.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { siteAssets } from '../../src/publish/package-assets.ts';
import { createPageRenderer } from '../../src/publish/page-renderer.ts';
import { findTellSection, isGuided, planGuide } from '../../src/publish/plan-guide.ts';
import { planSite } from '../../src/publish/plan-site.ts';
import { articleText } from '../serve/small-base.ts';
import { attribute, elementsOf } from '../site/html-of.ts';
import { memoryBase } from '../support/memory-base.ts';

const flowchart = (...lines: string[]) =>
  [
    '```mermaid',
    'flowchart TD',
    '  a{Reçu ?} -->|Oui| b[Clore]',
    '  a -->|Non| c[Relancer]',
    ...lines,
    '```',
  ].join('\n');
const linked = flowchart(
  '  click b href "autre.md"',
  '  click c "id:interne"',
  '  a -->|Texte| d[Lire]',
  '  click d "autre.md#suite"',
  '  a -->|Ici| e[Voir plus bas]',
  '  click e "#clore"',
  '  a -->|Perdu| f[Nulle part]',
  '  click f "absent.md"',
);

const base = memoryBase({
  'content/un.md': articleText(
    'un',
    `${linked}\n\n## Clore\n\nFermez.\n\n## Ce qu'il faut dire au client\n\nBonjour.`,
    {
      audience: '[internal, customer]',
    },
  ),
  'content/autre.md': articleText('autre', `${flowchart()}\n\n## Suite\n\nTexte.`, {
    audience: '[internal, customer]',
  }),
  'content/interne.md': articleText('interne', 'Sans logigramme.', { audience: '[internal]' }),
  'content/hostile.md': articleText(
    'hostile',
    '```mermaid\nflowchart TD\n  __proto__{"</script><img src=x onerror=alert(1)> &quot; \' "} -->|"><b>"| b[Fin]\n```',
  ),
});

function documentOf(id: string): ArticleDocument {
  const document = base.documents.find(({ article }) => article?.id === id);
  return (document as ArticleDocument | undefined) ?? expect.fail(`no article ${id}`);
}

async function guideOf(id: string, has: (document: ArticleDocument) => boolean) {
  const document = documentOf(id);
  const parsed = await parseDiagram(flowchartsOf(document)[0]?.code ?? '');
  const flow = (parsed.ok && parsed.flow) || expect.fail('no flow');
  const { tellTitles } = bodyWordsFor('fr').flow;
  return planGuide(flow, { document, base, has, root: '../', hasContext: false, number: 1, tellTitles });
}

describe('the guide of an article', () => {
  it('leads to the articles that the site has, and says which can be followed', async () => {
    const { links, flow } = await guideOf('un', () => true);
    expect(Object.fromEntries(links)).toEqual({
      b: { href: '../fr/autre.html', title: 'Titre de autre', guided: true },
      c: { href: '../fr/interne.html', title: 'Titre de interne', guided: false },
      d: { href: '../fr/autre.html#suite', title: 'Titre de autre', guided: false },
      e: { href: '#clore', title: 'Clore', guided: false },
    });
    expect(JSON.stringify(flow)).not.toContain('.md');
  });

  it('says nothing of an article that this site’s readers may not see', async () => {
    const { links } = await guideOf('un', ({ article }) => article.audience.includes('customer'));
    expect(links.map(([id]) => id)).toEqual(['b', 'd', 'e']);
  });

  it('knows the sections that detail its steps, and the one with what to tell the customer', async () => {
    const { details, tell } = await guideOf('un', () => true);
    expect(details).toEqual([['b', 'clore']]);
    expect(tell).toBe('ce-quil-faut-dire-au-client');
  });

  it('is not offered where nothing leads on', async () => {
    const lone = await parseDiagram('flowchart TD\n  a[Seul]');
    expect(isGuided(lone.ok ? lone.flow : undefined)).toBe(false);
    expect(isGuided(undefined)).toBe(false);
  });
});

it.each([
  ['fr', 'Ce que l’on dit au client', true],
  ['fr', "CE QU'IL FAUT DIRE", true],
  ['fr', 'Dire la vérité', false],
  ['en', 'What to tell the customer', true],
  ['en', 'What the customer tells', false],
])('in %s, “%s” is a heading for what to tell the customer: %s', (lang, text, found) => {
  const headings = [{ line: 1, column: 1, depth: 2, text, slug: 'x' }];
  expect(findTellSection(headings, bodyWordsFor(lang).flow.tellTitles)).toBe(found ? 'x' : undefined);
});

it('goes into the page as data of its figure, whatever its texts hold', async () => {
  const plan = planSite(base, {
    today: '2026-11-16' as IsoDate,
    audience: 'internal',
    drafts: false,
    assets: siteAssets,
  });
  const code = flowchartsOf(documentOf('hostile'))[0]?.code ?? '';
  const parsed = await parseDiagram(code);
  const flow = parsed.ok ? parsed.flow : undefined;
  const flowcharts = new Map([[code, { svg: undefined, flow, problem: undefined }]]);
  const page = plan.pages.find(({ url }) => url === 'fr/hostile.html') ?? expect.fail('no page');
  const elements = elementsOf(createPageRenderer({ base, plan, flowcharts })(page));
  expect(elements.some(({ tagName }) => tagName === 'img')).toBe(false);
  const figure =
    elements.find(({ properties }) => properties.dataGuide !== undefined) ?? expect.fail('no figure');
  const data = JSON.parse(attribute(figure, 'dataGuide') ?? '');
  expect(data.flow).toEqual(flow);
  expect(
    elements.filter(({ properties }) => properties.dataGuideScript === '../assets/guide.js'),
  ).toHaveLength(1);
});
