// owner-is-known: the owner is a team of the configuration.
import { didYouMean } from '../../config/schema-issue.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const ownerIsKnown: Rule = {
  group: 'life',
  severity: 'error',
  why: {
    fr: 'Un article au responsable inconnu n’est à personne : aucun rappel n’atteint qui que ce soit quand il se périme.',
    en: 'An article whose owner nobody knows is nobody’s article: no reminder reaches anyone when it expires.',
  },
  *check({ article, fieldPlace }, { base }) {
    const known = Object.keys(base.config.owners);
    if (!article || known.includes(article.owner)) return;
    const hint = didYouMean(article.owner, known);
    yield {
      ...fieldPlace('owner'),
      message: {
        fr: `Responsable inconnu « ${article.owner} », attendu : un responsable de kb.config.yaml${hint.fr}`,
        en: `Unknown owner \`${article.owner}\`, expected an owner of kb.config.yaml${hint.en}`,
      },
    };
  },
  examples: [
    { files: { 'content/a.md': exampleArticle() }, findings: [] },
    {
      files: { 'content/a.md': exampleArticle({ owner: 'livraisons' }) },
      findings: [
        {
          path: 'content/a.md',
          line: 5,
          column: 8,
          fr: 'Responsable inconnu « livraisons », attendu : un responsable de kb.config.yaml ; vouliez-vous dire « livraison » ?',
          en: 'Unknown owner `livraisons`, expected an owner of kb.config.yaml; did you mean `livraison`?',
        },
      ],
    },
  ],
};
