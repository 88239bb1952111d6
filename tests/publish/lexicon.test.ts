// The lexicon that the build writes beside Pagefind's index.
import { describe, expect, it } from 'vitest';
import { formatLexicon, parseLexicon } from '../../site/scripts/search-engine/lexicon.ts';
import { findAbbreviations } from '../../src/publish/abbreviations.ts';
import { createLexiconBuilder } from '../../src/publish/lexicon.ts';

const entry = (title: string, html: string, over = {}) => ({
  lang: 'fr',
  title,
  keywords: [],
  html,
  ...over,
});

function lexiconOf(texts: readonly string[], synonyms = {}) {
  const builder = createLexiconBuilder(synonyms);
  for (const [index, text] of texts.entries())
    builder.add(`fr/a${index}.html`, entry(`Titre ${index}`, text));
  return parseLexicon(new TextEncoder().encode(builder.format().get('fr')));
}

describe('the lexicon', () => {
  it('is read as it was written', () => {
    const lexicon = {
      articles: [{ url: 'fr/a.html', title: 'A "B"', keywords: ['un', 'deux mots'], length: 3 }],
      reasons: [{ url: 'fr/reason/r/index.html', label: 'R', keywords: ['pas reçu'], articles: [0] }],
      words: [['a', 'é'], [], ['b']],
      synonyms: [['colis', 'paquet']],
    };
    expect(parseLexicon(new TextEncoder().encode(formatLexicon(lexicon)))).toEqual(lexicon);
  });

  it('has one spelling of a word, the commonest, and groups words by how common they are', () => {
    const { words } = lexiconOf(['<p>livre</p>', 'LIVRÉ', 'livré colis', 'retard']);
    expect(words[2]).toEqual(['titre']);
    expect(words[1]).toEqual(['livré']);
    expect(words[0]).toEqual(['0', '1', '2', '3', 'colis', 'retard']);
  });

  it('reads our HTML as text', () => {
    const { words, articles } = lexiconOf(['<h2 id="secret">R&amp;D</h2> d&#39;un clic']);
    expect(words[0]).toEqual(['0', 'clic', 'd', 'r', 'titre', 'un']);
    expect(articles[0]?.length).toBe(6);
  });

  it('is the same in whatever order the articles came, sorted by address', () => {
    const build = (order: readonly string[]) => {
      const builder = createLexiconBuilder({ fr: [['a', 'b']] });
      for (const id of order) builder.add(`fr/${id}.html`, entry(id, `texte de ${id}`));
      return builder.format().get('fr');
    };
    expect(build(['a', 'b', 'c'])).toBe(build(['c', 'a', 'b']));
  });

  it('has the synonyms of its language and the abbreviations that articles explain', () => {
    const texts = ['Le service après-vente (SAV) répond.', 'Un avoir.'];
    expect(lexiconOf(texts, { fr: [['colis', 'paquet']], en: [['a', 'b']] }).synonyms).toEqual([
      ['colis', 'paquet'],
      ['sav', 'service après vente'],
    ]);
  });

  it('believes a reading that the letters do not quite spell only when two articles give it', () => {
    const text = 'Le délégué à la protection des données (DPO).';
    expect(lexiconOf([text]).synonyms).toEqual([]);
    expect(lexiconOf([text, text]).synonyms).toEqual([['dpo', 'délégué à la protection des données']]);
  });
});

describe('findAbbreviations', () => {
  it.each([
    ['le fichier des personnes recherchées (FPR) ', 'fpr', 'fichier des personnes recherchées', true],
    ['Le FCC (Fichier central des chèques) est', 'fcc', 'fichier central des chèques', true],
    [
      'une analyse d’impact relative à la protection (AIP)',
      'aip',
      'analyse d impact relative à la protection',
      true,
    ],
    ['les Délégués à la Protection des Données (DPO)', 'dpo', 'délégués à la protection des données', false],
  ])('reads "%s"', (text, short, long, exact) => {
    expect(findAbbreviations(text)).toEqual([{ short, long, exact }]);
  });

  it('takes no time over a text that is made to be ambiguous', () => {
    expect(findAbbreviations(`${'a '.repeat(60)}b (XAAAAAAA)\n`.repeat(200))).toEqual([]);
  });

  it.each(['Le client (VIP) appelle', 'un bon (OK)', '(ABC)', 'rien ici', 'Aucun rapport avec cela (XYZ)'])(
    'finds none in "%s"',
    (text) => {
      expect(findAbbreviations(text)).toEqual([]);
    },
  );
});
