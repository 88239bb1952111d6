// The scores of Kandel and Moles, and of Flesch.
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/content/document-parts.ts';
import type { ProseLanguage } from '../../../src/lint/language/languages.ts';
import { proseOf } from '../../../src/lint/language/prose.ts';
import { measureProse, scoreReadability } from '../../../src/lint/language/readability.ts';
import { exampleArticle } from '../../../src/lint/rule.ts';
import { memoryBase } from '../../support/memory-base.ts';

function measure(body: string, lang: ProseLanguage) {
  const [document] = memoryBase({ 'content/a.md': exampleArticle({ lang }, body) }).documents;
  if (!document) throw new Error('no document');
  return measureProse(proseOf({ parts: partsOf(document), lang }), lang);
}

describe('measureProse', () => {
  it('counts paragraphs and list items that end as sentences, without headings, cells and names', () => {
    const body =
      '## Décider vite\n\nLe colis est là. Appelez le client\u202F!\n\n- Notez le jour.\n- Service client\n\n| Un mot. |\n|---|\n';
    expect(measure(body, 'fr')).toEqual({ sentences: 3, words: 10, syllables: 15 });
  });

  it('counts English', () => {
    expect(measure('The parcel is late. Call the customer.\n', 'en')).toEqual({
      sentences: 2,
      words: 7,
      syllables: 10,
    });
  });
});

describe('scoreReadability', () => {
  it('follows Kandel and Moles in French, Flesch in English', () => {
    const text = { sentences: 2, words: 20, syllables: 30 };
    expect(scoreReadability(text, 'fr')).toBeCloseTo(207 - 10.15 - 110.4, 6);
    expect(scoreReadability(text, 'en')).toBeCloseTo(206.835 - 10.15 - 126.9, 6);
  });

  it('has nothing to say of a text without words', () => {
    expect(scoreReadability({ sentences: 0, words: 0, syllables: 0 }, 'fr')).toBeUndefined();
  });
});
