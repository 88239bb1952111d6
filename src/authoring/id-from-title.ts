// The id that a new article gets from its title: readable in an address, safe on every disk.

/** Longest id made from a title, in characters: it still reads at a glance in an address bar. */
export const titleIdLength = 60;

/** Letters that Unicode does not take apart into a base letter and an accent. */
const letters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

function cutAtWord(id: string): string {
  if (id.length <= titleIdLength) return id;
  const boundary = id.lastIndexOf('-', titleIdLength);
  return id.slice(0, boundary > 0 ? boundary : titleIdLength);
}

/**
 * `title` (in the language `lang`) as an id: "L’été à la Réunion" → `l-ete-a-la-reunion`.
 *
 * An apostrophe parts two words, but not in English ("customer’s" → `customers`). The result is empty
 * where no letter or digit has a Latin form.
 */
export function idFromTitle(title: string, lang: string): string {
  const apostrophe = /^en\b/i.test(lang) ? '' : '-';
  const folded = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => letters[letter] ?? letter)
    .replace(/['’ʼ`´]/g, apostrophe);
  return cutAtWord(folded.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, ''));
}
