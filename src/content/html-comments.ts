// What is left of a piece of HTML when its comments are taken out.

/** `html` with a space in the place of each character of its comments; what is left keeps its offsets. */
export function withoutComments(html: string): string {
  let rest = '';
  let from = 0;
  for (let start = html.indexOf('<!--'); start !== -1; start = html.indexOf('<!--', from)) {
    const end = html.indexOf('-->', start + '<!--'.length);
    // One without an end has no other behind it that could be ended.
    if (end === -1) break;
    const next = end + '-->'.length;
    rest += html.slice(from, start) + ' '.repeat(next - start);
    from = next;
  }
  return rest + html.slice(from);
}
