// Tells the home page's styles how many rows the reader's lists have, so that their room is kept before they are filled.

/** Keeps room for `rows` of a list. */
export function keepRoom(list: 'favourites' | 'recent', rows: number): void {
  const { dataset, style } = document.documentElement;
  if (rows === 0) delete dataset[list];
  else dataset[list] = '';
  style.setProperty(`--${list}`, String(rows));
}
