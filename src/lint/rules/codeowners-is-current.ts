// codeowners-is-current: the CODEOWNERS file asks those who answer for the articles, as the configuration names them.
import { findBlock, type PlacedLine } from '../../content/codeowners-block.ts';
import { articleDocuments } from '../../content/knowledge-base.ts';
import { type CodeownersLine, findCodeowners, planCodeowners } from '../../content/plan-codeowners.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { type BaseContext, exampleArticle, type Rule } from '../rule.ts';

/** Index of the first line in which the two differ, or undefined. */
function firstDifference(
  actual: readonly CodeownersLine[],
  planned: readonly CodeownersLine[],
): number | undefined {
  const length = Math.max(actual.length, planned.length);
  for (let at = 0; at < length; at++) {
    if (actual[at]?.pattern !== planned[at]?.pattern || actual[at]?.owners !== planned[at]?.owners) return at;
  }
  return undefined;
}

interface WrongArticle {
  readonly id: string;
  /** Whom its line should name; an empty text for nobody. */
  readonly owners: string;
}

/** The first article, among those that are checked, for which `actual` names others than `planned`. */
function findWrongArticle(
  { base, only }: BaseContext,
  actual: readonly PlacedLine[],
  planned: readonly CodeownersLine[],
  prefix: string,
): WrongArticle | undefined {
  for (const { path, article } of articleDocuments(base)) {
    if (only?.has(path) === false) continue;
    const owners = findCodeowners(planned, path, prefix);
    if (owners !== findCodeowners(actual, path, prefix)) return { id: article.id, owners };
  }
  return undefined;
}

const mend: Wording = {
  fr: 'lancez « kb init --codeowners »',
  en: 'run `kb init --codeowners`',
};

function describeWrong({ id, owners }: WrongArticle): Wording {
  const whom =
    owners === ''
      ? { fr: 'personne', en: 'nobody' }
      : { fr: `« ${quote(owners, 30)} »`, en: `\`${quote(owners, 30)}\`` };
  return {
    fr: `Relecteur inattendu de « ${quote(id, 20)} », attendu : ${whom.fr} ; ${mend.fr}`,
    en: `Unexpected reviewer of \`${quote(id, 30)}\`, expected ${whom.en}; ${mend.en}`,
  };
}

/** Every article has its reviewers, by other lines than those that would be written. */
const describeLeftOver: Wording = {
  fr: `Ligne inattendue, attendu : celles qu’il faut aux articles, et elles seules ; ${mend.fr}`,
  en: `Unexpected line, expected those that the articles need, and no other; ${mend.en}`,
};

const describeBroken: Wording = {
  fr: 'Marque inattendue, attendu : une ligne « # kb:begin », puis une ligne « # kb:end »',
  en: 'Unexpected mark, expected one line `# kb:begin`, then one line `# kb:end`',
};

/** The text of a CODEOWNERS file with `lines` between the marks. */
function exampleFile(...lines: readonly string[]): string {
  return ['* @mirandelle/service-client', '', '# kb:begin', ...lines, '# kb:end', ''].join('\n');
}

const place = '.github/CODEOWNERS';

export const codeownersIsCurrent: Rule = {
  group: 'life',
  severity: 'warning',
  why: {
    fr: 'Une demande de relecture va à ceux que nomme CODEOWNERS : resté en arrière, il fait approuver un article par ceux qui n’en répondent plus. Rien n’est dit sans les marques que pose `kb init --codeowners`.',
    en: 'A pull request goes to those whom CODEOWNERS names: left behind, it has an article approved by people who no longer answer for it. Nothing is said without the marks that `kb init --codeowners` sets.',
  },
  check: () => [],
  *checkBase(context) {
    const { base, codeowners, only } = context;
    const block = codeowners && findBlock(codeowners);
    if (!codeowners || !block) return;
    const { path, prefix } = codeowners;
    if (block.kind === 'broken') {
      if (!only) yield { path, line: block.line, column: 1, message: describeBroken };
      return;
    }
    const { lines } = planCodeowners(base, prefix);
    const at = firstDifference(block.lines, lines);
    if (at === undefined) return;
    const wrong = findWrongArticle(context, block.lines, lines, prefix);
    // A line too many endangers no article: where only some are checked, it is not theirs.
    if (!wrong && only) return;
    const message = wrong ? describeWrong(wrong) : describeLeftOver;
    yield { path, line: block.lines[at]?.number ?? block.lastLine, column: 1, message };
  },
  examples: [
    {
      files: {
        [place]: exampleFile('/content/ livraison@mirandelle.example'),
        'content/a.md': exampleArticle(),
      },
      findings: [],
    },
    {
      files: {
        [place]: '* @mirandelle/service-client\n',
        'content/a.md': exampleArticle(),
      },
      findings: [],
    },
    {
      files: {
        [place]: exampleFile('/content/ @mirandelle/retours'),
        'content/a.md': exampleArticle(),
      },
      findings: [
        {
          path: place,
          line: 4,
          column: 1,
          fr: 'Relecteur inattendu de « colis-en-retard », attendu : « livraison@mirandelle.example » ; lancez « kb init --codeowners »',
          en: 'Unexpected reviewer of `colis-en-retard`, expected `livraison@mirandelle.example`; run `kb init --codeowners`',
        },
      ],
    },
    {
      files: {
        [place]: exampleFile('/content/ livraison@mirandelle.example', '/content/colis/ @mirandelle/retours'),
        'content/a.md': exampleArticle(),
      },
      findings: [
        {
          path: place,
          line: 5,
          column: 1,
          fr: 'Ligne inattendue, attendu : celles qu’il faut aux articles, et elles seules ; lancez « kb init --codeowners »',
          en: 'Unexpected line, expected those that the articles need, and no other; run `kb init --codeowners`',
        },
      ],
    },
  ],
};
