// What programs read of an article is what its readers have, in Markdown: values, no comment, no way to what they may not read.
import { describe, expect, it } from 'vitest';
import { loadMarkdownParser, parserNames } from '../../src/content/markdown-parser.ts';
import { parseVariables } from '../../src/content/parse-variables.ts';
import { readPlainly } from '../../src/content/plain-reading.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';

const { variables } = parseVariables('delai: 5 jours\nseuil: 30 €\n', ['fr']);

describe.each(parserNames)('a text as it is read (%s)', (name) => {
  const read = async (text: string) =>
    readPlainly(text, {
      variables,
      lang: 'fr',
      today: '2026-11-16' as IsoDate,
      mayFollow: (url) => !url.includes('secret'),
      parse: (await loadMarkdownParser(name)).parse,
    });

  it('has values where a page has them, and nowhere else', async () => {
    const text = [
      '## Sous {{delai}}',
      '',
      '> Attendre **{{delai}}**, sinon',
      '> {{inconnu}}, `{{delai}}` [{{seuil}}](https://exemple.fr/{{seuil}}) ![vers {{delai}}](a-{{delai}}.png)',
      '',
      '```',
      'Réponse sous {{delai}}',
      '```',
      '',
      '```js',
      'const delai = "{{delai}}";',
      '```',
      '',
      '```mermaid',
      'flowchart TD',
      '  a["Sous {{seuil}}"] --> b{{delai}}',
      '```',
      '',
      '| Délai | {{delai}} |',
      '|---|---|',
    ].join('\n');
    expect(await read(text)).toBe(
      text
        .replace('**{{delai}}**', '**5 jours**')
        .replace('[{{seuil}}]', '[30 €]')
        .replace('![vers {{delai}}]', '![vers 5 jours]')
        .replace('Réponse sous {{delai}}', 'Réponse sous 5 jours')
        .replace('"Sous {{seuil}}"', '"Sous 30 €"')
        .replace('| {{delai}} |', '| 5 jours |'),
    );
  });

  it('has no comment, and what looks like one where the page shows it: in code, and without an end', async () => {
    expect(
      await read('Avant <!-- note --> après, `<!-- code -->`.\n\n<!--\nde l’équipe\n\nsuite\n-->\n\nFin.'),
    ).toBe('Avant  après, `<!-- code -->`.\n\n\n\nFin.');
    expect(await read('<!-- a --> Un <!-- b -->\n')).toBe(' Un \n');
    expect(await read('Avant.\n\n<!-- jamais fermé\n\nFin.')).toBe('Avant.\n\n<!-- jamais fermé\n\nFin.');
  });

  it('has the words of a link that readers may not follow, not its address', async () => {
    expect(
      await read(
        '## [Un *titre*](id:secret)\n\nVoir [la **règle** `a`](id:secret "Le secret"), [ceci][s] ou [cela][o].\n\n[s]: id:secret\n[o]: id:ouvert\n',
      ),
    ).toBe('## Un *titre*\n\nVoir la **règle** `a`, ceci ou [cela][o].\n\n\n[o]: id:ouvert\n');
    expect(await read('[](id:secret)[![Plan](plan.png)](id:secret)')).toBe('![Plan](plan.png)');
  });
});
