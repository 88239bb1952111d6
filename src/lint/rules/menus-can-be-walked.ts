// menus-can-be-walked: the flowchart of a voice menu can be walked through with the keys of a telephone.
import { flowchartsOf } from '../../content/document.ts';
import { isArticleDocument } from '../../content/knowledge-base.ts';
import type { MenuProblem } from '../../flow/build-voice-menu.ts';
import { findChoices } from '../../flow/read-prompts.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';
import { voiceMenuOf } from '../voice-menu-of.ts';

const withoutFlowchart: Wording = {
  fr: 'Menu vocal sans logigramme qui mène quelque part, attendu : un bloc « mermaid » avec des réponses',
  en: 'Unexpected voice menu without a flowchart that leads anywhere, expected a `mermaid` block with answers',
};

function noChoice(name: string, fragment: string | undefined): Wording {
  const where =
    fragment === undefined
      ? { fr: 'ce que dit une étape', en: 'what a step says' }
      : {
          fr: `le fragment « ${quote(fragment, 30)} » d’une étape`,
          en: `fragment \`${quote(fragment, 30)}\` of a step`,
        };
  return {
    fr: `Bloc « :::${name} » inattendu dans ${where.fr}, attendu : un texte pour tous ceux qui appellent`,
    en: `Unexpected \`:::${name}\` block in ${where.en}, expected a text for all who call`,
  };
}

const noMenu: Wording = {
  fr: '« transfers » inattendu : seul un menu vocal (type: ivr) transfère un appel',
  en: 'Unexpected `transfers`, expected in a voice menu alone (type: ivr)',
};

function describe(problem: MenuProblem, name: string): Wording {
  switch (problem.kind) {
    case 'no-key': {
      const answer = quote(problem.answer, 30);
      return {
        fr: `Réponse sans touche « ${answer} » à « ${name} », attendu : une touche d’abord, comme « 1 Livraison »`,
        en: `Unexpected answer \`${answer}\` of \`${name}\` without a key, expected one first, such as \`1 Delivery\``,
      };
    }
    case 'same-key':
      return {
        fr: `La touche ${problem.key} de « ${name} » mène à deux endroits, attendu : une touche par réponse`,
        en: `Unexpected second answer for key ${problem.key} of \`${name}\`, expected one key for each answer`,
      };
    case 'unfilled': {
      const place = quote(problem.place, 30);
      return {
        fr: `« ${name} » dit « {{${place}}} », que le téléphone ne connaît pas, attendu : une valeur de variables.yaml`,
        en: `Unexpected \`{{${place}}}\` said at \`${name}\`, which no telephone knows, expected a value of variables.yaml`,
      };
    }
    case 'no-pause':
      return {
        fr: `Les messages tournent en rond à « ${name} », attendu : une touche à presser en chemin`,
        en: `Unexpected circle of messages at \`${name}\`, expected a key to press on the way`,
      };
    case 'unknown-transfer':
      return {
        fr: `« ${quote(problem.node, 30)} » n’est pas un nœud du logigramme, attendu : une fin du menu`,
        en: `Unexpected \`${quote(problem.node, 30)}\`, expected an end of the flowchart`,
      };
    case 'transfer-leads-on':
      return {
        fr: `« ${name} » est transféré alors que le logigramme continue, attendu : une fin du menu`,
        en: `Unexpected transfer of \`${name}\`, from which the flowchart leads on, expected an end`,
      };
  }
}

const menu = (fields: Record<string, string>, lines: string) =>
  exampleArticle({ type: 'ivr', ...fields }, `\`\`\`mermaid\nflowchart TD\n${lines}\`\`\`\n`);

export const menusCanBeWalked: Rule = {
  group: 'flow',
  severity: 'error',
  why: {
    fr: 'Une réponse sans touche, ou deux réponses pour une touche, laissent l’appelant sans issue ; « kb export ivr » refuse un tel menu.',
    en: 'An answer without a key, or two answers for one key, leave the caller stuck; `kb export ivr` refuses such a menu.',
  },
  *check(document, context) {
    if (!isArticleDocument(document)) return;
    const { article } = document;
    if (article.type !== 'ivr') {
      if (article.transfers !== undefined) yield { ...document.fieldPlace('transfers'), message: noMenu };
      return;
    }
    const built = voiceMenuOf(document, context);
    if (!built) {
      // Of one that can't be read another rule says why.
      const isBroken = flowchartsOf(document).some(({ code }) => context.diagrams.get(code)?.ok === false);
      if (!isBroken) yield { ...document.fieldPlace('type'), message: withoutFlowchart };
      return;
    }
    const { checked, problems } = built;
    for (const { node, name, fragment } of findChoices(
      checked.flow,
      context.parts.tree,
      document,
      context.base,
    ))
      yield { ...context.parts.placeOf(node), message: noChoice(name, fragment) };
    for (const problem of problems) {
      const aboutTransfer = problem.kind === 'unknown-transfer' || problem.kind === 'transfer-leads-on';
      const place = aboutTransfer ? document.fieldPlace('transfers') : checked.places.node(problem.node);
      yield { ...place, message: describe(problem, checked.nameOf(problem.node, 30)) };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': menu(
          {},
          '  a[Bonjour] --> m{Menu ?} -->|1 Livraison| b([Fin])\n  m -->|* Répéter| m\n',
        ).concat(
          '\n## Menu ?\n\n- Tapez 1.\n\n  :::only{audience=internal}\n  Note.\n  :::\n\n> Note.\n\n## Pour l’équipe\n\n:::only{audience=internal}\nNote.\n:::\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 19,
          column: 3,
          fr: 'Bloc « :::only » inattendu dans ce que dit une étape, attendu : un texte pour tous ceux qui appellent',
          en: 'Unexpected `:::only` block in what a step says, expected a text for all who call',
        },
      ],
    },
    {
      files: {
        'content/a.md': menu(
          {},
          '  a[Bonjour] --> m{Menu ?} -->|1 Livraison| b([Fin])\n  m -->|* Répéter| m\n',
        ).concat('\n## Menu ?\n\n::include{id=accueil}\n\n## Pour l’équipe\n\n::include{id=accueil}\n'),
        'fragments/accueil.md':
          'Tapez 1.\n\n:::only{audience=internal}\nNote.\n:::\n\n:::only{audience=internal}\nAutre.\n:::\n',
      },
      findings: [
        {
          path: 'content/a.md',
          line: 17,
          column: 1,
          fr: 'Bloc « :::only » inattendu dans le fragment « accueil » d’une étape, attendu : un texte pour tous ceux qui appellent',
          en: 'Unexpected `:::only` block in fragment `accueil` of a step, expected a text for all who call',
        },
      ],
    },
    {
      files: {
        'content/a.md': menu(
          { transfers: '{ b: "tel:+33199000000" }' },
          '  a[Bonjour] --> m{Menu ?} -->|1 Livraison| b([Conseiller])\n  m -->|2 Écouter| c([Horaires])\n  m -->|* Répéter| m\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': menu(
          { transfers: '{ z: "tel:+33199000000" }' },
          '  a{Menu ?} -->|Livraison| b([Fin])\n  a -->|2 Écouter| c([Horaires])\n  a -->|2 Autre| b\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 7,
          column: 12,
          fr: '« z » n’est pas un nœud du logigramme, attendu : une fin du menu',
          en: 'Unexpected `z`, expected an end of the flowchart',
        },
        {
          path: 'content/a.md',
          line: 12,
          column: 3,
          fr: 'Réponse sans touche « Livraison » à « Menu ? », attendu : une touche d’abord, comme « 1 Livraison »',
          en: 'Unexpected answer `Livraison` of `Menu ?` without a key, expected one first, such as `1 Delivery`',
        },
        {
          path: 'content/a.md',
          line: 12,
          column: 3,
          fr: 'La touche 2 de « Menu ? » mène à deux endroits, attendu : une touche par réponse',
          en: 'Unexpected second answer for key 2 of `Menu ?`, expected one key for each answer',
        },
      ],
    },
    {
      files: {
        'content/a.md': exampleArticle({ type: 'ivr' }, 'Tapez 1.\n'),
        'content/b.md': exampleArticle({ id: 'b', transfers: '{ a: "tel:+33199000000" }' }, 'Texte.\n'),
        'content/c.md': menu({ id: 'c' }, '  a[Bonjour {{vous}}] --> b([Fin])\n'),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 4,
          column: 7,
          fr: withoutFlowchart.fr,
          en: withoutFlowchart.en,
        },
        {
          path: 'content/b.md',
          line: 7,
          column: 12,
          fr: noMenu.fr,
          en: noMenu.en,
        },
      ],
    },
  ],
};
