// includes-resolve: every `::include` names a fragment that is there, and no fragment includes itself by a way round.
import type { Nodes, Paragraph } from 'mdast';
import { suggestName } from '../../config/schema-issue.ts';
import { type IncludeProblem, includesOf, problemOf } from '../../content/expand-includes.ts';
import { findIncludedIds, type Included } from '../../content/fragments.ts';
import { walkTree } from '../../content/walk-tree.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

interface Broken {
  readonly id: string;
  /** The fragment that includes it; undefined where the article does. */
  readonly by: string | undefined;
  readonly problem: IncludeProblem;
}

/** The first thing wrong with the fragment `id`, or with what it includes. */
function findBroken(id: string, included: Included, within: readonly string[] = []): Broken | undefined {
  const problem = problemOf(id, included, within);
  if (problem !== undefined) return { id, by: within.at(-1), problem };
  const content = included.get(id)?.content;
  for (const inner of content?.ok ? findIncludedIds(content.text) : []) {
    const broken = findBroken(inner, included, [...within, id]);
    if (broken) return broken;
  }
  return undefined;
}

function describeBroken({ id, by, problem }: Broken, included: Included, known: readonly string[]): Wording {
  const last = quote(id, 30);
  const outer = quote(by ?? '', 20);
  const inside =
    by === undefined ? { fr: '', en: '' } : { fr: ` (dans « ${outer} »)`, en: ` (in \`${outer}\`)` };
  if (problem === 'circle') {
    return {
      fr: `Fragment « ${last} » inclus dans lui-même${inside.fr}, attendu : des fragments sans cercle`,
      en: `Unexpected fragment \`${last}\` inside itself${inside.en}, expected fragments without a circle`,
    };
  }
  const content = included.get(id)?.content;
  if (content && !content.ok) {
    const { fr, en } = content.problem.wording;
    return {
      fr: `Fragment « ${last} » illisible${inside.fr} : ${quote(fr, 60)}`,
      en: `Unreadable fragment \`${last}\`${inside.en}: ${quote(en, 60)}`,
    };
  }
  const near = suggestName(id, known);
  return {
    fr: `Aucun fragment « ${last} »${inside.fr}${near ? ` ; vouliez-vous dire « ${quote(near, 30)} » ?` : ', attendu : un fichier de fragments/'}`,
    en: `No fragment \`${last}\`${inside.en}${near ? `; did you mean \`${quote(near, 30)}\`?` : ', expected a file of fragments/'}`,
  };
}

const notAlone: Wording = {
  fr: 'Inclusion inattendue dans un texte, attendu : ::include{id=nom} seul sur sa ligne et dans son paragraphe',
  en: 'Unexpected include inside a text, expected ::include{id=name} alone on its line and in its paragraph',
};

/** Whether a paragraph that is no list of includes was meant to hold one. */
function looksLikeInclude({ children }: Paragraph): boolean {
  return children.some((node) => node.type === 'text' && /(^|\s)::include\b/.test(node.value));
}

export const includesResolve: Rule = {
  group: 'structure',
  severity: 'error',
  fragments: true,
  why: {
    fr: 'Un fragment écrit une fois se corrige une fois. S’il manque, l’agent lit une consigne à trous sans le savoir.',
    en: 'A fragment that is written once is corrected once. Where it is missing, the agent reads instructions with a hole in them.',
  },
  *check({ path, body, included }, { base, parts }) {
    if (!body.includes('::include')) return;
    // Of a fragment: the way round to itself is a circle too.
    const within = [...base.fragments.values()].flatMap((each) => (each.path === path ? [each.id] : []));
    const found: { readonly node: Paragraph; readonly message: Wording }[] = [];
    walkTree<Nodes>(parts.tree, (node) => {
      if (node.type !== 'paragraph') return undefined;
      const ids = includesOf(node);
      if (ids === undefined && looksLikeInclude(node)) found.push({ node, message: notAlone });
      for (const id of ids ?? []) {
        const broken = findBroken(id, included, within);
        if (broken) {
          const by = broken.by === within[0] ? undefined : broken.by;
          found.push({
            node,
            message: describeBroken({ ...broken, by }, included, [...base.fragments.keys()]),
          });
        }
      }
      return undefined;
    });
    for (const { node, message } of found) yield { ...parts.placeOf(node), message };
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({}, 'Avant de répondre :\n\n::include{id=delais}\n'),
        'fragments/delais.md': 'Le remboursement arrive sous cinq jours.\n\n::include{id=contact}\n',
        'fragments/contact.md': 'Écrivez au service des retours.\n',
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '::include{id=delai}\n\nVoir ::include{id=delais} plus bas.\n\n> ::include{id=cercle}\n\n::include{id=trou}\n',
        ),
        'fragments/delais.md': 'Le remboursement arrive sous cinq jours.\n',
        'fragments/cercle.md': '::include{id=autre}\n',
        'fragments/autre.md': '::include{id=cercle}\n',
        'fragments/trou.md': '::include{id=rien}\n',
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Aucun fragment « delai » ; vouliez-vous dire « delais » ?',
          en: 'No fragment `delai`; did you mean `delais`?',
        },
        { path: 'content/a.md', line: 11, column: 1, ...notAlone },
        {
          path: 'content/a.md',
          line: 13,
          column: 3,
          fr: 'Fragment « cercle » inclus dans lui-même (dans « autre »), attendu : des fragments sans cercle',
          en: 'Unexpected fragment `cercle` inside itself (in `autre`), expected fragments without a circle',
        },
        {
          path: 'content/a.md',
          line: 15,
          column: 1,
          fr: 'Aucun fragment « rien » (dans « trou »), attendu : un fichier de fragments/',
          en: 'No fragment `rien` (in `trou`), expected a file of fragments/',
        },
        {
          path: 'fragments/autre.md',
          line: 1,
          column: 1,
          fr: 'Fragment « autre » inclus dans lui-même (dans « cercle »), attendu : des fragments sans cercle',
          en: 'Unexpected fragment `autre` inside itself (in `cercle`), expected fragments without a circle',
        },
        {
          path: 'fragments/cercle.md',
          line: 1,
          column: 1,
          fr: 'Fragment « cercle » inclus dans lui-même (dans « autre »), attendu : des fragments sans cercle',
          en: 'Unexpected fragment `cercle` inside itself (in `autre`), expected fragments without a circle',
        },
        {
          path: 'fragments/trou.md',
          line: 1,
          column: 1,
          fr: 'Aucun fragment « rien », attendu : un fichier de fragments/',
          en: 'No fragment `rien`, expected a file of fragments/',
        },
      ],
    },
  ],
};
