// links-resolve: every link inside the base leads to an article or a file that is there.
import { suggestName } from '../../config/schema-issue.ts';
import type { KnowledgeBase } from '../../content/knowledge-base.ts';
import { type BrokenReason, resolveLink } from '../../content/resolve-link.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** Words for a link or image that leads nowhere; shared with `images-resolve`. */
export function describeBroken(reason: BrokenReason, target: string, base: KnowledgeBase): Wording {
  const shown = quote(target, 34);
  switch (reason) {
    case 'empty':
      return {
        fr: 'Lien vide inattendu, attendu : une adresse',
        en: 'Unexpected empty link, expected an address',
      };
    case 'percent':
      return {
        fr: `Signe % mal codé dans « ${shown} », attendu : %25 pour un %, ou le caractère lui-même`,
        en: `Unexpected % in \`${shown}\`, expected %25 for a %, or the character itself`,
      };
    case 'scheme':
      return {
        fr: `Protocole refusé « ${shown} », attendu : https:, mailto:, tel: ou un chemin dans la base`,
        en: `Refused protocol \`${shown}\`, expected https:, mailto:, tel: or a path inside the base`,
      };
    case 'outside':
      return {
        fr: `Lien « ${shown} » hors du contenu, attendu : un chemin qui reste dans ${base.config.content}/`,
        en: `Unexpected link \`${shown}\` out of the content, expected a path inside ${base.config.content}/`,
      };
    case 'absolute':
      return {
        fr: `Chemin absolu inattendu « ${shown} », attendu : un chemin relatif avec « / », ou id:…`,
        en: `Unexpected absolute path \`${shown}\`, expected a relative path with \`/\`, or id:…`,
      };
    case 'no-article':
      return {
        fr: `Lien vers « ${shown} », qui n’est pas un article lisible ; corrigez d’abord ce fichier`,
        en: `Unexpected link to \`${shown}\`, which is not a readable article; mend that file first`,
      };
    case 'no-id': {
      const found = suggestName(target, [...base.byId.keys()]);
      const near = found && quote(found);
      return {
        fr: `Aucun article « ${shown} »${near ? ` ; vouliez-vous dire « ${near} » ?` : ', attendu : un identifiant existant'}`,
        en: `No article \`${shown}\`${near ? `; did you mean \`${near}\`?` : ', expected an id that exists'}`,
      };
    }
    case 'no-file':
      return {
        fr: `Fichier introuvable « ${shown} », attendu : un fichier de la base`,
        en: `No file \`${shown}\`, expected a file of the base`,
      };
    case 'file-type':
      return {
        fr: `Type de fichier refusé « ${shown} », attendu : un article, une image ou un document bureautique`,
        en: `Refused file type \`${shown}\`, expected an article, an image or an office document`,
      };
  }
}

export const linksResolve: Rule = {
  group: 'structure',
  severity: 'error',
  why: {
    fr: 'Avec un client en ligne, un lien qui ne mène nulle part coûte la minute pendant laquelle l’agent devine.',
    en: 'With a customer on the line, a link that leads nowhere costs the minute in which the agent guesses.',
  },
  *check(document, { base }) {
    for (const { url, text: _, ...place } of document.markdown?.links ?? []) {
      const target = resolveLink(url, document, base);
      if (target.kind === 'broken')
        yield { ...place, message: describeBroken(target.reason, target.target, base) };
    }
  },
  examples: [
    {
      files: {
        'content/livraison/a.md': exampleArticle(
          {},
          'Voir [b](../b.md), [b](id:perdu) et [le site](https://mirandelle.example).\n',
        ),
        'content/b.md': exampleArticle({ id: 'perdu' }),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Voir [b](b.md), [c](id:perd), [d](../d.md), [e](a%ZZ.md)\net [f](javascript:alert).\n',
        ),
        'content/c.md': exampleArticle({ id: 'perdu' }),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 6,
          fr: 'Fichier introuvable « b.md », attendu : un fichier de la base',
          en: 'No file `b.md`, expected a file of the base',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 17,
          fr: 'Aucun article « perd » ; vouliez-vous dire « perdu » ?',
          en: 'No article `perd`; did you mean `perdu`?',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 31,
          fr: 'Lien « ../d.md » hors du contenu, attendu : un chemin qui reste dans content/',
          en: 'Unexpected link `../d.md` out of the content, expected a path inside content/',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 45,
          fr: 'Signe % mal codé dans « a%ZZ.md », attendu : %25 pour un %, ou le caractère lui-même',
          en: 'Unexpected % in `a%ZZ.md`, expected %25 for a %, or the character itself',
        },
        {
          path: 'content/a.md',
          line: 10,
          column: 4,
          fr: 'Protocole refusé « javascript: », attendu : https:, mailto:, tel: ou un chemin dans la base',
          en: 'Refused protocol `javascript:`, expected https:, mailto:, tel: or a path inside the base',
        },
      ],
    },
  ],
};
