// Keys by their shapes and passwords by their labels, made up anew for each test; placeholders are none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../src/model/personal-data/secrets.ts';
import { surroundings, written } from './surroundings.ts';

describe('secrets', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  const random = (length: number, letters = alphabet) =>
    fc.string({ unit: fc.constantFrom(...letters), minLength: length, maxLength: length });
  // In pieces, so that no scanner takes this file for a leak.
  const shapes = {
    aws: random(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567').map((rest) => `AK${'IA'}${rest}`),
    github: random(36).map((rest) => `gh${'p_'}${rest}`),
    gitlab: random(20).map((rest) => `gl${'pat-'}${rest}`),
    slack: random(24).map((rest) => `xo${'xb-'}123412341234-${rest}`),
    stripe: random(24).map((rest) => `sk_${'live_'}${rest}`),
    google: random(35).map((rest) => `AI${'za'}${rest}`),
    jwt: random(20).map((part) => [`ey${'J'}${part}`, `ey${'J'}${part}`, part].join('.')),
    bearer: random(30).map((rest) => `Bearer 1${rest}`),
    'private-key': random(40).map((rest) => `-----BEGIN RSA PRIVATE ${'KEY'}-----\n${rest}`),
  };
  /** Random letters that spell a word for a placeholder would rightly count as one. */
  const spellsPlaceholder = /your|votre|exemple|example|redact|masqu|dummy|sample|hidden|x{4}/i;

  it.each(Object.entries(shapes))('of the kind %s are found by their shape', (kind, shape) => {
    fc.assert(
      fc.property(shape, surroundings, (secret, [before, after]) => {
        fc.pre(!spellsPlaceholder.test(secret));
        expect(findSecrets(before + secret + after).map((found) => found.kind)).toEqual([kind]);
      }),
    );
  });

  it.each([
    ['Mot de passe : Lavande-2026', 'Lavande-2026'],
    ['**Mot de passe** : `Lavande-2026`.', 'Lavande-2026'],
    ['Le mot de passe du wifi est Lavande-2026.', 'Lavande-2026'],
    ['| Mot de passe | Lavande!bleue |', 'Lavande!bleue'],
    ['password=Lavande2026', 'Lavande2026'],
    ['"password": "Lavande2026"', 'Lavande2026'],
    ['export COLIS_PASSWORD="Lavande2026"', 'Lavande2026'],
    ['MDP : 483920', '483920'],
    ['postgres://agent:lavande@hote/base', 'lavande'],
    ['api_key: 7f3a9c1e5b2d4f6a8c0e', '7f3a9c1e5b2d4f6a8c0e'],
  ])('are found in %s', (text, secret) => {
    expect(written(text, findSecrets(text))).toEqual([secret]);
  });

  it.each([
    'Mot de passe : au moins 12 caractères, dont un chiffre',
    'Mot de passe : <votre mot de passe>',
    'Mot de passe : ********',
    'Mot de passe : 12345678',
    'Mot de passe : Lavande-2026 (exemple)',
    'Mot de passe oublié : 3 étapes',
    'Mot de passe : dans le coffre, fiche « Colis2026 »',
    'password: string;',
    'DB_PASSWORD=$DB_PASSWORD_2026',
    'password = config.get(2)',
    'password: env.COLIS_PASSWORD',
    'secrets: inherit, id-token: write',
    'token: 123e4567-e89b-12d3-a456-426614174000',
    'Authorization: Bearer $TOKEN',
    'Authorization: Bearer <votre-jeton-d-acces-2026>',
    'https://agent:password@hote/',
    `Le fichier commence par -----BEGIN PRIVATE ${'KEY'}-----, ne l’envoyez pas.`,
    `AK${'IA'}IOSFODNN7EXAMPLE`,
  ])('are not found in %s', (text) => {
    expect(written(text, findSecrets(text))).toEqual([]);
  });
});
