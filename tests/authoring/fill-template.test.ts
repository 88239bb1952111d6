// Templates filled in: whatever the title, the file says what was asked.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFilled, fillTemplate, type Template, yamlScalar } from '../../src/authoring/fill-template.ts';
import { readTemplate } from '../../src/authoring/package-templates.ts';
import { planNewArticle } from '../../src/authoring/plan-new-article.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { parseYaml } from '../../src/config/yaml-source.ts';

import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { nothingShared, parseDocument } from '../../src/content/parse-document.ts';
import { articleTypes } from '../../src/model/article.ts';
import { Problem } from '../../src/model/problem.ts';
import { day } from '../site/sample-views.ts';

const config = parseConfig(`
name: Essai
lang: fr
languages: [fr, en, de]
owners: { livraison: { name: { fr: Livraison } } }
reasons: { delivery.late: { fr: Retard }, order.cancel: { fr: Annulation } }
`);
const today = day('2026-11-16');
const { parse } = await loadMarkdownParser();
const packaged = await readTemplate('/nowhere', 'fr', 'procedure');

/** The article that `title` gives: planned, filled in, read back and checked, as `kb new` does. */
function author(title: string, template: Template = packaged) {
  const taken = { ids: new Map(), paths: new Map() };
  const request = { type: 'procedure', title, id: 'essai', reasons: ['delivery.late', 'order.cancel'] };
  const plan = planNewArticle(request, { config, today, taken });
  const values = { ...plan, today, owner: 'livraison' };
  const text = fillTemplate(template, values);
  const document = parseDocument(plan.path, text, config, parse, nothingShared);
  checkFilled(document, values, template.place);
  return { text, document };
}

/** The title as read back, or the `Problem` that refused it. */
function titleBack(title: string): string | Problem {
  try {
    return author(title).document.article?.title ?? '';
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

describe('a filled template', () => {
  it.each([
    'Dire "non" au client',
    "L'article: deux points # et dièse",
    '[liste], {groupe}, *étoile*, &ancre, !balise, %, @, `code`',
    '- tiret',
    '---',
    '- a: b',
    'null',
    '2026-11-16',
    '{{owner}} et $& et $1',
    'Retour 😀 à l’expéditeur',
    '\\n n’est pas un saut de ligne',
  ])('gives the title %j back', (title) => {
    const back = titleBack(title);
    if (/[\p{L}\p{N}]/u.test(title)) expect(back).toBe(title);
    else expect(back).toBeInstanceOf(Problem);
  });

  it('gives any title back, or a Problem', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(...'aé0 "\'\\:#-{}[]|>*&!%@`~,?\n\t\u2028\u0085\uFEFF\uFFFE'.split('')),
      }),
    );
    fc.assert(
      fc.property(title, (text) => {
        const back = titleBack(text);
        if (!(back instanceof Problem)) expect(back).toBe(text.trim());
      }),
      { numRuns: 300 },
    );
  });

  const corpus = fileURLToPath(new URL('../../../shared/corpora/naughty-strings/blns.json', import.meta.url));
  it.skipIf(!existsSync(corpus))(
    `gives each naughty string back, or a Problem (skipped without ${corpus})`,
    () => {
      const strings: string[] = JSON.parse(readFileSync(corpus, 'utf8'));
      const backs = strings.map((text) => ({ text, back: titleBack(text) }));
      for (const { text, back } of backs) if (!(back instanceof Problem)) expect(back).toBe(text.trim());
      const kept = backs.filter(({ back }) => !(back instanceof Problem));
      expect(kept.length).toBeGreaterThan(strings.length / 2);
    },
  );

  it('writes what was asked into the front matter', () => {
    const { text } = author('Colis en retard');
    expect(text.split('\n').slice(0, 6)).toEqual([
      '---',
      'id: essai',
      'title: "Colis en retard"',
      'type: procedure',
      'owner: livraison',
      'lang: fr',
    ]);
    expect(text).toContain('\nreasons: [delivery.late, order.cancel]\n');
    expect(text).toContain('\nexpires: 2027-05-16\n');
  });

  const header =
    '---\nid: {{id}}\ntitle: "{{ title }}"\ntype: procedure\nowner: \'{{owner}}\'\nlang: {{lang}}\nstatus: draft\n';
  const own = (text: string): Template => ({ text, place: 'templates/fr/procedure.md' });

  it('takes quotes around a placeholder as the team’s habit', () => {
    const template = own(`${header}reasons: {{reasons}}\nexpires: {{expires}}\n---\n`);
    expect(author('Dire "non"', template).document.article?.title).toBe('Dire "non"');
  });

  it('escapes what it puts into the body, and leaves the team’s own placeholders', () => {
    const body = '# {{title}}\n\nBonjour {{prénom}}, le {{today}} : {{reasons}}.\n';
    const template = own(`${header}reasons: {{reasons}}\nexpires: {{expires}}\n---\n${body}`);
    const { text, document } = author('[Retour](x.md) <b> *gras*', template);
    expect(document.markdown?.links).toEqual([]);
    expect(document.markdown?.headings[0]?.text).toBe('[Retour](x.md) <b> *gras*');
    expect(text).toContain('Bonjour {{prénom}}, le 2026-11-16 : delivery.late, order.cancel.');
  });

  it('has line feeds, whatever the template has', () => {
    const template = own(
      `${header}reasons: {{reasons}}\nexpires: {{expires}}\n---\n\nTexte.\n`.replaceAll('\n', '\r\n'),
    );
    expect(author('Colis', template).text).not.toContain('\r');
  });

  it.each([
    ['no front matter', 'Bonjour.\n', /Unusable template: Missing front matter/],
    [
      'an unknown field',
      `${header}proprietaire: x\nreasons: {{reasons}}\nexpires: {{expires}}\n---\n`,
      /Unknown key `proprietaire`/,
    ],
    ['broken YAML', `${header}summary: "Macro : {{title}}"\nexpires: {{expires}}\n---\n`, /Unreadable YAML/],
    [
      'a fixed end',
      `${header}reasons: {{reasons}}\nexpires: 2020-01-01\n---\n`,
      /expected the line `expires: {{expires}}`/,
    ],
    ['no end', `${header}reasons: {{reasons}}\n---\n`, /expected the line `expires: {{expires}}`/],
    ['no reasons', `${header}expires: {{expires}}\n---\n`, /expected the line `reasons: {{reasons}}`/],
    [
      'another type',
      `${header.replace('procedure', 'faq')}expires: {{expires}}\n---\n`,
      /expected the line `type: procedure`/,
    ],
    [
      'no status',
      `${header.replace('status: draft\n', '')}expires: {{expires}}\n---\n`,
      /expected the line `status: draft`/,
    ],
  ])('is refused where the team’s template has %s', (_, text, message) => {
    expect(() => author('Dire "non"', own(text))).toThrow(message);
  });
});

describe('the package’s templates', () => {
  it.each(articleTypes.flatMap((type) => ['fr', 'en'].map((lang) => [lang, type] as const)))(
    'include one in %s for %s',
    async (lang, type) => {
      const { text } = await readTemplate('/nowhere', lang, type);
      expect(text).toContain(`\ntype: ${type}\n`);
      expect(text).toContain(lang === 'fr' ? '# une phrase' : '# one sentence');
    },
  );

  it('are English where the language has none', async () => {
    expect(await readTemplate('/nowhere', 'de', 'faq')).toEqual(await readTemplate('/nowhere', 'en', 'faq'));
  });

  it('serve a regional variant of their language', async () => {
    expect(await readTemplate('/nowhere', 'fr-CA', 'faq')).toEqual(
      await readTemplate('/nowhere', 'fr', 'faq'),
    );
  });
});

describe('yamlScalar', () => {
  it('gives any text of ordinary characters back through YAML', () => {
    const words = fc.constantFrom(
      'null',
      'true',
      'NO',
      'y',
      'off',
      '1e3',
      '0x1F',
      '2026',
      '2026-11-16',
      '~',
      '',
      'a: b',
      'a #b',
    );
    const text = fc.oneof(words, fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(text, (value) => {
        expect(parseYaml(`key: ${yamlScalar(value)}`).data).toEqual({ key: value });
      }),
    );
  });
});
