// Who uses something of the base: a fragment, a variable, an article or a picture; through fragments too.
import { type Document, flowchartsOf } from '../content/document.ts';
import { findIncludedIds } from '../content/fragments.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import { resolveLink } from '../content/resolve-link.ts';
import { readClicks } from '../flow/read-statements.ts';
import { findVariableNames } from '../model/variable.ts';

export interface Use {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly how: 'includes' | 'shows' | 'links';
  /** The fragments on the way, the one that the file includes first; empty where the file uses it itself. */
  readonly via: readonly string[];
}

/** Whether there is a fragment, variable, article or file that goes by `name`. */
export function isKnown(base: KnowledgeBase, name: string): boolean {
  const { byId, formerIds, fragments, assets, variablesFile } = base;
  const named = byId.has(name) || formerIds.has(name) || fragments.has(name) || assets.has(name);
  return named || variablesFile.declared?.has(name) === true;
}

/** Everything that `isKnown` knows. */
export function knownNames({ byId, fragments, assets, variablesFile }: KnowledgeBase): string[] {
  return [...byId.keys(), ...fragments.keys(), ...(variablesFile.declared?.keys() ?? []), ...assets];
}

/** The lines of `text` of which `namesOf` names `name`, from 1. */
function linesWith(text: string, name: string, namesOf: (line: string) => readonly string[]): number[] {
  if (!text.includes(name)) return [];
  return text.split(/\r\n|\n|\r/).flatMap((line, at) => (namesOf(line).includes(name) ? [at + 1] : []));
}

/** Uses of the fragment or variable `name`, then those of each fragment that uses it. */
function findTextUses(base: KnowledgeBase, name: string, how: 'includes' | 'shows'): Use[] {
  const files = [...base.documents, ...base.fragmentDocuments];
  const idOf = new Map([...base.fragments.values()].map(({ id, path }) => [path, id]));
  const seen = new Set<string>();
  const uses: Use[] = [];
  const search = (wanted: string, namesOf: (line: string) => readonly string[], via: readonly string[]) => {
    const found = files.flatMap(({ path, text }) =>
      linesWith(text, wanted, namesOf).map((line): Use => ({ path, line, how, via })),
    );
    uses.push(...found);
    for (const id of new Set(found.flatMap(({ path }) => idOf.get(path) ?? []))) {
      if (seen.has(id)) continue;
      seen.add(id);
      search(id, findIncludedIds, [id, ...via]);
    }
  };
  if (how === 'includes') seen.add(name);
  search(name, how === 'includes' ? findIncludedIds : findVariableNames, []);
  return uses;
}

/** Links to the article called `name`, or to the file at that path, in the text, in flowcharts and in training paths. */
function findLinks(base: KnowledgeBase, name: string): Use[] {
  const id = base.formerIds.get(name) ?? name;
  const leads = (url: string, from: Document): boolean => {
    const target = resolveLink(url, from, base);
    if (target.kind === 'article') return target.document.article.id === id;
    return target.kind === 'asset' && target.path === name;
  };
  const ofDocuments = base.documents.flatMap((document) => {
    const { links = [], images = [] } = document.markdown ?? {};
    const clicks = flowchartsOf(document).flatMap(({ code, line }) =>
      readClicks(code).map(({ address }) => ({ url: address, line })),
    );
    return [...links, ...images, ...clicks]
      .filter(({ url }) => leads(url, document))
      .map(({ line }): Use => ({ path: document.path, line, how: 'links', via: [] }));
  });
  const ofPaths = base.paths.flatMap(({ path, training, placeOf }) =>
    (training?.steps ?? []).flatMap((step, at): Use[] =>
      step.id === id ? [{ path, line: placeOf(['steps', at]).line, how: 'links', via: [] }] : [],
    ),
  );
  return [...ofDocuments, ...ofPaths];
}

/** Every use of what goes by `name`, sorted by path and line; each place and way once. */
export function findUses(base: KnowledgeBase, name: string): readonly Use[] {
  const all = [
    ...(base.fragments.has(name) ? findTextUses(base, name, 'includes') : []),
    ...(base.variablesFile.declared?.has(name) ? findTextUses(base, name, 'shows') : []),
    ...findLinks(base, name),
  ];
  const keyed = new Map(all.map((use) => [JSON.stringify(use), use]));
  return [...keyed.values()].sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}
