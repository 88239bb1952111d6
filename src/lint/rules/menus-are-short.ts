// menus-are-short: a voice menu has few keys, few levels, and prompts that a caller listens to.
import { isArticleDocument } from '../../content/knowledge-base.ts';
import { findExcess, type MenuExcess } from '../../flow/build-voice-menu.ts';
import type { Config } from '../../model/config.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';
import { voiceMenuOf } from '../voice-menu-of.ts';

function describe({ kind, count }: MenuExcess, name: string, limits: Config['ivr']): Wording {
  switch (kind) {
    case 'choices':
      return {
        fr: `${count} touches à « ${name} », attendu : ${limits.choices} au plus`,
        en: `Unexpected ${count} keys at \`${name}\`, expected ${limits.choices} or less`,
      };
    case 'depth':
      return {
        fr: `« ${name} » est le menu n° ${count} de l’appel, attendu : ${limits.depth} au plus l’un après l’autre`,
        en: `Unexpected menu \`${name}\` at level ${count}, expected ${limits.depth} or less`,
      };
    case 'seconds':
      return {
        fr: `Message de « ${name} » d’environ ${count} s, attendu : ${limits.promptSeconds} s au plus`,
        en: `Unexpected prompt of about ${count} s at \`${name}\`, expected ${limits.promptSeconds} s or less`,
      };
  }
}

const menu = (config: string, lines: string) => ({
  config,
  files: { 'content/a.md': exampleArticle({ type: 'ivr' }, `\`\`\`mermaid\nflowchart TD\n${lines}\`\`\`\n`) },
});

export const menusAreShort: Rule = {
  group: 'flow',
  severity: 'warning',
  why: {
    fr: 'On n’écoute pas une liste : après trois choix, ou trois menus, l’appelant presse n’importe quoi ou raccroche.',
    en: 'Nobody listens to a list: after three choices, or three menus, callers press anything or hang up.',
  },
  *check(document, context) {
    if (!isArticleDocument(document) || document.article.type !== 'ivr') return;
    const built = voiceMenuOf(document, context);
    if (!built?.menu) return;
    const limits = context.base.config.ivr;
    for (const excess of findExcess(built.menu, limits))
      yield {
        ...built.checked.places.node(excess.node),
        message: describe(excess, built.checked.nameOf(excess.node, 30), limits),
      };
  },
  examples: [
    {
      ...menu('', '  a{Menu ?} -->|1 Livraison| b([Attendre])\n  a -->|2 Retour| c([Renvoyer])\n'),
      findings: [],
    },
    {
      ...menu(
        'ivr: { choices: 1, depth: 1 }\n',
        '  a{Menu ?} -->|1 Livraison| b{Suite ?}\n  a -->|2 Retour| c([Renvoyer])\n  b -->|1 Écouter| d([Attendre])\n',
      ),
      findings: [
        {
          path: 'content/a.md',
          line: 11,
          column: 3,
          fr: '2 touches à « Menu ? », attendu : 1 au plus',
          en: 'Unexpected 2 keys at `Menu ?`, expected 1 or less',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 30,
          fr: '« Suite ? » est le menu n° 2 de l’appel, attendu : 1 au plus l’un après l’autre',
          en: 'Unexpected menu `Suite ?` at level 2, expected 1 or less',
        },
      ],
    },
  ],
};
