// How keywords are compared: what differs only in case, accents or spaces is one keyword.

/** A keyword as the search compares it: case, accents and spaces put aside; both apostrophes are one. */
export function foldKeyword(keyword: string): string {
  const plain = keyword.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll('’', "'").replace(/\s+/g, ' ').trim();
}
