// What a key is, and how long a prompt takes to say.
import { describe, expect, it } from 'vitest';
import { estimateSeconds, parseMenuKey } from '../../src/model/voice-menu.ts';

describe('a key', () => {
  it('is what an answer begins with', () => {
    expect(parseMenuKey('1 Livraison')).toEqual({ key: '1', words: 'Livraison' });
    expect(parseMenuKey(' # : Fin')).toEqual({ key: '#', words: 'Fin' });
    expect(parseMenuKey('0.')).toEqual({ key: '0', words: '' });
    expect(['10 jours', 'Tapez 1', '', '1er choix', 'x1'].map(parseMenuKey)).toEqual(
      Array(5).fill(undefined),
    );
  });
});

describe('the length of a prompt', () => {
  it('grows with its words, digits and sentences', () => {
    expect(estimateSeconds('')).toBe(0);
    expect(estimateSeconds('mot '.repeat(150))).toBeCloseTo(60);
    expect(estimateSeconds('01 99 00 10 00')).toBeCloseTo(2);
    expect(estimateSeconds('Bonjour. Merci.')).toBeCloseTo(1.6);
  });
});
