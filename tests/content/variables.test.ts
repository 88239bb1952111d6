// Variables of the base: how their file is read, what they say on a day, and where their values go.
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import type { ArticleDocument } from '../../src/content/knowledge-base.ts';
import { parseVariables } from '../../src/content/parse-variables.ts';
import { fillValues, placeValues } from '../../src/content/place-values.ts';
import { prepareTree } from '../../src/content/prepare-tree.ts';
import { renderBody } from '../../src/content/render-body.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import { addPeriod, type IsoDate } from '../../src/model/iso-date.ts';
import { type Variable, valueOn, valuesFrom } from '../../src/model/variable.ts';
import { memoryBase } from '../support/memory-base.ts';

const languages = ['fr', 'en'];
const day = (text: string) => text as IsoDate;

const hours = `delai: { fr: 5 jours ouvrés, en: 5 working days }
seuil: 30 €
horaires:
  - value: { fr: de 9 h à 19 h, en: 9 am to 7 pm }
  - { from: 2026-12-24, until: 2026-12-26, value: { fr: fermé, en: closed } }
  - { from: 2027-01-02, value: { fr: de 8 h à 20 h, en: 8 am to 8 pm } }
`;

function variable(name: string): Variable {
  const found = parseVariables(hours, languages).variables.get(name);
  if (!found) throw new Error(`No variable ${name}`);
  return found;
}

describe('the values of a variable', () => {
  it('hold from their first to their last day, and the one before holds again after that', () => {
    const said = ['2026-12-23', '2026-12-24', '2026-12-26', '2026-12-27', '2027-01-01', '2027-01-02'].map(
      (on) => valueOn(variable('horaires'), 'fr', day(on)),
    );
    expect(said).toEqual([
      'de 9 h à 19 h',
      'fermé',
      'fermé',
      'de 9 h à 19 h',
      'de 9 h à 19 h',
      'de 8 h à 20 h',
    ]);
  });

  it('are told from a day on, each change once', () => {
    expect(valuesFrom(variable('horaires'), 'en', day('2026-12-25'))).toEqual([
      { from: '2026-12-25', text: 'closed' },
      { from: '2026-12-27', text: '9 am to 7 pm' },
      { from: '2027-01-02', text: '8 am to 8 pm' },
    ]);
    expect(valuesFrom(variable('seuil'), 'de', day('2026-12-25'))).toEqual([
      { from: '2026-12-25', text: '30 €' },
    ]);
    expect(valuesFrom(variable('delai'), 'de', day('2026-12-25'))).toEqual([]);
  });

  it('agree day by day with the steps that a page carries', () => {
    const start = day('2026-12-20');
    const steps = valuesFrom(variable('horaires'), 'fr', start);
    for (let later = 0; later < 20; later++) {
      const on = addPeriod(start, { amount: later, unit: 'd' });
      expect(steps.findLast(({ from }) => from <= on)?.text).toBe(valueOn(variable('horaires'), 'fr', on));
    }
  });
});

describe('what stands against a file of variables', () => {
  const told = (text: string) =>
    parseVariables(text, languages).problems.map(
      ({ line, column, wording }) => `${line}:${column} ${wording.en}`,
    );

  it.each([
    [
      'a: [',
      [
        '1:5 Unreadable YAML (Flow sequence in block collection must be sufficiently indented and end with a ])',
      ],
    ],
    ['- a\n', ['1:1 Unexpected content, expected a mapping of variables, such as delay: 5 days']],
    ['a: x\na: y\n', ['2:1 Unreadable YAML (Map keys must be unique)']],
    [
      'Délai: x\n',
      [
        '1:1 Unexpected variable name `Délai`, expected lower-case letters, digits and hyphens, such as refund-delay',
      ],
    ],
    [
      'order.status: x\n',
      [
        '1:1 Unexpected variable name `order.status`, expected lower-case letters, digits and hyphens, such as refund-delay',
      ],
    ],
    [
      'a: 30\n',
      ['1:4 Unexpected `30` in `a`, expected a text, one per language, or a list of one to 40 dated values'],
    ],
    ['a: { de: Tage }\n', ['1:6 Unknown language `de`, expected fr, en']],
    [
      'a:\n  - value: { fr: x, en: y }\n  - { from: 2026-12-24, value: { fr: z } }\n',
      ['3:32 Value without a text in `en`, expected the languages of the other values'],
    ],
    [
      'a:\n  - { from: 2026-12-24, value: x }\n',
      ['2:13 Unexpected days without a value, expected a first value without `from` or `until`'],
    ],
    [
      'a:\n  - value: x\n  - value: y\n',
      ['3:12 Unexpected second value for the same days, expected `from`, the first day of this one'],
    ],
    [
      'a:\n  - value: x\n  - { from: 2026-02-30, value: y }\n',
      ['3:13 Unexpected `2026-02-30` in `a.1.from`, expected a real day, such as 2026-12-24'],
    ],
    [
      'a:\n  - value: x\n  - { from: 2026-12-24, value: y }\n  - { from: 2026-12-24, value: z }\n',
      ['4:13 Unexpected second value for 2026-12-24, expected a first day after 2026-12-24'],
    ],
    [
      'a:\n  - value: x\n  - { from: 2026-12-24, until: 2026-12-31, value: y }\n  - { from: 2026-12-30, value: z }\n',
      ['4:13 Unexpected second value for 2026-12-30, expected a first day after 2026-12-31'],
    ],
    [
      'a:\n  - value: x\n  - { from: 2026-12-24, value: y }\n  - { from: 2026-12-01, value: z }\n',
      [
        '4:13 Unexpected order of days (2026-12-01 after 2026-12-24), expected values in the order of their days',
      ],
    ],
    [
      'a:\n  - value: x\n  - { from: 2026-12-24, until: 2026-12-23, value: y }\n',
      ['3:32 Unexpected last day 2026-12-23, expected 2026-12-24 or later'],
    ],
    [
      'a:\n  - value: x\n  - { form: 2026-12-24, value: y }\n',
      ['3:7 Unknown key `form`; did you mean `from`?'],
    ],
    [
      'a: "x {{b}}"\n',
      [
        '1:4 Unexpected `x {{b}}` in `a`, expected a text, one per language, or a list of one to 40 dated values',
      ],
    ],
    [
      'a: []\n',
      ['1:4 Unexpected list in `a`, expected a text, one per language, or a list of one to 40 dated values'],
    ],
  ])('is told with its place: %j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('leaves the sound variables, and tells which names there are', () => {
    const { variables, declared } = parseVariables('bon: x\nfaux: 3\n', languages);
    expect([...variables.keys()]).toEqual(['bon']);
    expect([...(declared?.keys() ?? [])]).toEqual(['bon', 'faux']);
  });

  it('is nothing for an empty file', () => {
    expect(parseVariables('# rien encore\n', languages)).toMatchObject({ problems: [] });
  });
});

describe('an article that shows values', () => {
  const read = (body: string, variables = hours, fields: Record<string, string> = {}): ArticleDocument =>
    memoryBase({
      'content/a.md': exampleArticle(fields, body),
      'fragments/contact.md': 'Joignable {{horaires}}.\n',
      'variables.yaml': variables,
    }).documents[0] as ArticleDocument;

  function render(document: ArticleDocument, today: string): string {
    const words = bodyWordsFor('fr');
    const tree = document.parseReading();
    placeValues(tree, document.variables, { lang: document.article.lang, today: day(today) });
    return renderBody(prepareTree(tree, words.alerts), {
      words,
      hrefOf: () => undefined,
      srcOf: (url) => url,
      flowchart: () => '',
    });
  }

  it('shows those of the day, in its fragments too, and carries the later ones', () => {
    const html = render(read('Sous {{ delai }} : **{{seuil}}**.\n\n::include{id=contact}\n'), '2026-12-26');
    expect(html).toBe(
      '<p>Sous 5 jours ouvrés : <strong>30 €</strong>.</p>\n<p>Joignable <span class="value" data-value="[[&#x22;2026-12-26&#x22;,&#x22;fermé&#x22;],[&#x22;2026-12-27&#x22;,&#x22;de 9 h à 19 h&#x22;],[&#x22;2027-01-02&#x22;,&#x22;de 8 h à 20 h&#x22;]]">fermé</span>.</p>',
    );
  });

  it('fills blocks of text and descriptions, and leaves inline code, other code, headings, context and unknown names', () => {
    const html = render(
      read(
        '## Sous {{delai}}\n\n`{{delai}}` ![en {{delai}}](a.png) {{order.status}} {{delai|x}} {{inconnu}}\n\n```text\nOuvert {{horaires}}.\n```\n\n```js\n{{delai}}\n```\n',
      ),
      '2026-12-26',
    );
    expect(html).toContain('Sous {{delai}}');
    expect(html).toContain('<code>{{delai}}</code>');
    expect(html).toContain('alt="en 5 jours ouvrés"');
    expect(html).toContain('{{order.status}} {{delai|x}} {{inconnu}}');
    expect(html).toMatch(
      /<code class="language-text">Ouvert <span class="value" data-value="[^"]+">fermé<\/span>\.\n<\/code>/,
    );
    expect(html).toContain('<code class="language-js">{{delai}}\n</code>');
  });

  it('shows a hostile value as the text that it is', () => {
    const hostile = `delai: '<img src=x onerror=alert(1)> **x** [a](javascript:b)'\n`;
    const html = render(read('Sous {{delai}}.\n', hostile), '2026-12-26');
    expect(html).toBe('<p>Sous &#x3C;img src=x onerror=alert(1)> **x** [a](javascript:b).</p>');
  });

  it('puts a constant value into quoted labels of a flowchart, and no other', () => {
    const document = read(
      '```mermaid\nflowchart TD\n  A["Attendre {{delai}}"] -->|"plus de {{seuil}}"| B{{delai}}\n  B --> C["{{horaires}}"]\n```\n',
      `${hours}piege: 'a"]; click A "javascript:x"'\n`,
    );
    expect(document.markdown?.flowcharts[0]?.code).toBe(
      'flowchart TD\n  A["Attendre 5 jours ouvrés"] -->|"plus de 30 €"| B{{delai}}\n  B --> C["{{horaires}}"]',
    );
    const hostile = read('```mermaid\nflowchart TD\n  A["{{piege}}"]\n```\n', `piege: 'a"]; click A "x"'\n`);
    expect(hostile.markdown?.flowcharts[0]?.code).toBe(
      'flowchart TD\n  A["a#34;#93;#59; click A #34;x#34;"]',
    );
  });

  it('is as it is written for the checks', () => {
    expect(textOf(read('Sous {{delai}}.\n').parseBody())).toBe('Sous {{delai}}.');
  });

  it('fills a text that is no tree, for programs', () => {
    const { variables } = read('{{delai}} {{horaires}}');
    expect(
      fillValues('{{delai}}, {{horaires}}, {{x}}', variables, { lang: 'fr', today: day('2026-12-24') }),
    ).toBe('5 jours ouvrés, fermé, {{x}}');
  });

  const digestOf = (document: ArticleDocument) => document.article.digest;

  it('has another digest when a value in its language changes, and not for another language or variable', () => {
    const body = 'Sous {{delai}}.\n';
    const digest = digestOf(read(body));
    expect(digestOf(read(body, hours.replace('5 jours', '6 jours')))).not.toBe(digest);
    expect(digestOf(read(body, hours.replace('5 working', '6 working')))).toBe(digest);
    expect(digestOf(read(body, hours.replace('30 €', '40 €')))).toBe(digest);
    expect(digestOf(read(body, hours.replace('delai:', 'autre:')))).not.toBe(digest);
  });

  it('has another digest when a value that a fragment shows changes, or a day of it', () => {
    const body = '::include{id=contact}\n';
    const digest = digestOf(read(body));
    expect(digestOf(read(body, hours.replace('fermé', 'ouvert')))).not.toBe(digest);
    expect(digestOf(read(body, hours.replace('2026-12-26', '2026-12-27')))).not.toBe(digest);
  });

  it('has the digest that it always had where it shows none, whatever is in braces', () => {
    const body = 'Bonjour {{prenom}}, {{order.status}}.\n';
    expect(digestOf(read(body))).toBe(digestOf(read(body, '')));
  });
});
