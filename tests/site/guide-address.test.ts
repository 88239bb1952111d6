// The guide's part of an address: what is its business, and what stays a heading's.
import { describe, expect, it } from 'vitest';
import { readGuideAddress, writeGuideAddress } from '../../site/scripts/guide-address.ts';

const noAnchor = () => false;
const isGuideHeading = (name: string) => name === 'guide';

describe('the address of a guide', () => {
  it.each([
    ['#guide', { number: 1, path: '' }],
    ['#guide=', { number: 1, path: '' }],
    ['#guide=1.2-k3f9', { number: 1, path: '1.2-k3f9' }],
    ['#guide%3D1.2', { number: 1, path: '1.2' }],
    ['#guide-2', { number: 2, path: '' }],
    ['#guide-12=3', { number: 12, path: '3' }],
    ['#guide=%E0%A4%A', { number: 1, path: '%E0%A4%A' }],
  ])('%s is read', (hash, address) => {
    expect(readGuideAddress(hash, noAnchor)).toEqual(address);
  });

  it.each(['', '#', '#guides', '#guide-0', '#guide-x=1', '#le-guide', '#guide-vocal'])(
    '%s is left alone',
    (hash) => {
      expect(readGuideAddress(hash, noAnchor)).toBeUndefined();
    },
  );

  it('leaves a heading its anchor, and starts the guide all the same', () => {
    expect(readGuideAddress('#guide', isGuideHeading)).toBeUndefined();
    const started = writeGuideAddress({ number: 1, path: '' }, isGuideHeading);
    expect(started).toBe('#guide=');
    expect(readGuideAddress(started, isGuideHeading)).toEqual({ number: 1, path: '' });
  });

  it('is written as short as it may be', () => {
    expect(writeGuideAddress({ number: 1, path: '' }, noAnchor)).toBe('#guide');
    expect(writeGuideAddress({ number: 2, path: '1.1-abcd' }, noAnchor)).toBe('#guide-2=1.1-abcd');
  });
});
