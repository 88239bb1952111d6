// Which team answers for a new article.
import { describe, expect, it } from 'vitest';
import { chooseOwner, ownerNeeded } from '../../src/authoring/choose-owner.ts';
import { Problem } from '../../src/model/problem.ts';

const owners = {
  livraison: { name: { fr: 'Livraison' }, contact: 'livraison@mirandelle.example' },
  retours: { name: { fr: 'Retours' }, contact: 'retours@mirandelle.example' },
  juridique: { name: { fr: 'Juridique' } },
};

describe('chooseOwner', () => {
  it('takes the owner asked for before anything git says', () => {
    const hints = { asked: 'retours', setting: 'livraison', email: 'livraison@mirandelle.example' };
    expect(chooseOwner(hints, owners)).toBe('retours');
  });

  it('takes git’s kb.owner before the address', () => {
    expect(chooseOwner({ setting: 'juridique', email: 'retours@mirandelle.example' }, owners)).toBe(
      'juridique',
    );
  });

  it('takes the owner whose contact is git’s address, whatever its case', () => {
    expect(chooseOwner({ email: 'Retours@Mirandelle.example' }, owners)).toBe('retours');
  });

  it('takes the only owner there is', () => {
    expect(chooseOwner({ email: 'moi@exemple.fr' }, { juridique: owners.juridique })).toBe('juridique');
  });

  it('leaves the choice to somebody where nothing tells', () => {
    expect(chooseOwner({}, owners)).toBeUndefined();
  });

  it('leaves the choice to somebody where two owners share the address', () => {
    const shared = { a: { name: {}, contact: 'x@y.example' }, b: { name: {}, contact: 'x@y.example' } };
    expect(chooseOwner({ email: 'x@y.example' }, shared)).toBeUndefined();
  });

  it('refuses an unknown owner and says which was probably meant', () => {
    expect(() => chooseOwner({ asked: 'livraisons' }, owners)).toThrow(
      /expected one of livraison, .*did you mean `livraison`/,
    );
    expect(() => chooseOwner({ asked: 'constructor' }, owners)).toThrow(Problem);
  });

  it('says that an unknown owner comes from git’s settings', () => {
    expect(() => chooseOwner({ setting: 'retour' }, owners)).toThrow(
      expect.objectContaining({ place: 'git config kb.owner' }),
    );
  });

  it('lists the owners where nobody can be asked', () => {
    expect(ownerNeeded(owners).wording.fr).toContain('livraison, retours, juridique');
  });
});
