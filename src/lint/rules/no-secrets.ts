// no-secrets: no password and no key stands in an article.
import { findSecrets, type SecretKind } from '../../model/personal-data/secrets.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

const names: Readonly<Record<SecretKind, Wording>> = {
  'private-key': { fr: 'clé privée', en: 'private key' },
  aws: { fr: 'clé d’accès AWS', en: 'AWS access key' },
  github: { fr: 'jeton GitHub', en: 'GitHub token' },
  gitlab: { fr: 'jeton GitLab', en: 'GitLab token' },
  slack: { fr: 'jeton Slack', en: 'Slack token' },
  stripe: { fr: 'clé Stripe', en: 'Stripe key' },
  google: { fr: 'clé Google', en: 'Google key' },
  jwt: { fr: 'jeton de session', en: 'session token' },
  bearer: { fr: 'en-tête Authorization', en: 'Authorization header' },
  password: { fr: 'mot de passe', en: 'password' },
  token: { fr: 'clé ou jeton', en: 'key or token' },
};

/** The value stays out of the message, which ends up in logs. */
function describeSecret(kind: SecretKind): Wording {
  return {
    fr: `Secret inattendu (${names[kind].fr}), attendu : où le trouver, sans sa valeur ; changez-le, il a été lu`,
    en: `Unexpected secret (${names[kind].en}), expected where to find it, not its value; change it, it was read`,
  };
}

export const noSecrets: Rule = {
  group: 'safety',
  severity: 'error',
  fragments: true,
  why: {
    fr: 'Un mot de passe dans un article est connu de tous ses lecteurs et reste dans l’historique une fois effacé. Dites plutôt quel coffre le garde, et changez celui qui a été écrit.',
    en: 'A password in an article is known to every reader and stays in history after it is deleted. Say which safe holds it instead, and change the one that was written down.',
  },
  *check({ text }, { parts }) {
    for (const { start, end, kind } of findSecrets(text))
      yield { ...parts.placeAt(start, end), message: describeSecret(kind) };
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          [
            'Mot de passe : dans le coffre de l’équipe, fiche « Outil colis ».',
            '',
            'Le mot de passe : 12 caractères au moins, dont un chiffre.',
            '',
            '```sh',
            'curl -H "Authorization: Bearer $TOKEN" https://colis.mirandelle.example/',
            'export COLIS_PASSWORD=<votre mot de passe>',
            '```',
            '',
          ].join('\n'),
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          [
            'Le **mot de passe** de l’outil : `Lavande-2026`.',
            '',
            '| Compte | Mot de passe | Tulipe!48 |',
            '| --- | --- | --- |',
            '',
            '[Suivi](https://agent:Lavande-2026@colis.mirandelle.example/)',
            '',
          ].join('\n'),
        ),
      },
      findings: [
        { path: 'content/a.md', line: 9, column: 35, ...describeSecret('password') },
        { path: 'content/a.md', line: 11, column: 27, ...describeSecret('password') },
        { path: 'content/a.md', line: 14, column: 23, ...describeSecret('password') },
      ],
    },
  ],
};
