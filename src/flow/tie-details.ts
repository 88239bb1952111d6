// Which section of an article details which step of its flow: the one whose heading says what the step's label says.
import type { Heading } from '../content/document.ts';
import type { Flow } from '../model/flow.ts';

/** A label or a heading as it is compared: case, accents' forms, spaces and end marks put aside. */
export function foldTitle(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase()
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .replace(/[\s.:;!?…]+$/u, '')
    .trim();
}

/** Node id → anchor of the section that details it, for the nodes of `flow` that have one. Of equal headings the first counts. */
export function tieDetails(flow: Flow, headings: readonly Heading[]): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  for (const { text, slug } of headings) {
    const title = foldTitle(text);
    if (title !== '' && !anchors.has(title)) anchors.set(title, slug);
  }
  return new Map(
    flow.nodes.flatMap(({ id, text }): [string, string][] => {
      const anchor = anchors.get(foldTitle(text));
      return anchor === undefined ? [] : [[id, anchor]];
    }),
  );
}
