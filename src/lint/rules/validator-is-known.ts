// validator-is-known: who validated an article is among those who may.
import { suggestName } from '../../config/schema-issue.ts';
import { quote } from '../../model/quote.ts';
import { exampleArticle, type Rule } from '../rule.ts';

const config = 'validators: [Claire Vasseur, Nadia Benhaddou]\n';

function validatedBy(by: string): string {
  return exampleArticle({ validation: `{ by: ${by}, on: 2026-05-02, digest: "sha256:00" }` });
}

export const validatorIsKnown: Rule = {
  group: 'life',
  severity: 'error',
  suppressible: false,
  why: {
    fr: 'Là où `validators` les nomme, seules ces personnes répondent d’un article. Une validation écrite à la main ne doit pas passer outre.',
    en: 'Where `validators` lists them, only these people answer for an article. A validation written by hand must not get round that.',
  },
  *check({ article, fieldPlace }, { base }) {
    const { validators } = base.config;
    const by = article?.validation?.by;
    if (by === undefined || validators.length === 0 || validators.includes(by)) return;
    const near = suggestName(by, validators);
    const shown = quote(by, 30);
    yield {
      ...fieldPlace('validation'),
      message: {
        fr: `Validation inattendue par ${shown}${near ? ` ; vouliez-vous dire ${quote(near, 30)} ?` : ', attendu : un nom de la liste « validators »'}`,
        en: `Unexpected validation by ${shown}${near ? `; did you mean ${quote(near, 30)}?` : ', expected a name of the list `validators`'}`,
      },
    };
  },
  examples: [
    {
      files: { 'content/a.md': validatedBy('Claire Vasseur'), 'content/b.md': exampleArticle({ id: 'b' }) },
      config,
      findings: [],
    },
    { files: { 'content/a.md': validatedBy('Paul Mercadier') }, findings: [] },
    {
      files: { 'content/a.md': validatedBy('Paul Mercadier'), 'content/b.md': validatedBy('Claire Vaseur') },
      config,
      findings: [
        {
          path: 'content/a.md',
          line: 7,
          column: 13,
          fr: 'Validation inattendue par Paul Mercadier, attendu : un nom de la liste « validators »',
          en: 'Unexpected validation by Paul Mercadier, expected a name of the list `validators`',
        },
        {
          path: 'content/b.md',
          line: 7,
          column: 13,
          fr: 'Validation inattendue par Claire Vaseur ; vouliez-vous dire Claire Vasseur ?',
          en: 'Unexpected validation by Claire Vaseur; did you mean Claire Vasseur?',
        },
      ],
    },
  ],
};
