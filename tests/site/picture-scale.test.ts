// How large a picture is shown: whole, on a full screen, within limits.
import { describe, expect, it } from 'vitest';
import { clampScale, legibleScale, wholeScale } from '../../site/scripts/picture-scale.ts';

const picture = { width: 800, height: 2000, smallestText: 15 };

describe('the scale that shows the whole', () => {
  it('fits the width and the height of the room', () => {
    expect(wholeScale({ ...picture, room: { width: 1200, height: 500 } })).toBe(0.25);
    expect(wholeScale({ ...picture, room: { width: 160, height: 500 } })).toBe(0.2);
  });

  it('never enlarges', () => {
    expect(wholeScale({ ...picture, room: { width: 1200, height: 3000 } })).toBe(1);
  });
});

describe('the scale at which a picture is first shown on a full screen', () => {
  it('shows the whole while its text stays legible', () => {
    expect(legibleScale({ ...picture, room: { width: 720, height: 3000 } })).toBe(0.9);
    expect(legibleScale({ ...picture, room: { width: 1200, height: 1800 } })).toBe(0.9);
  });

  it('keeps text at 12 pixels, and then scrolls', () => {
    expect(legibleScale({ ...picture, room: { width: 320, height: 700 } })).toBe(0.8);
    expect(legibleScale({ ...picture, smallestText: 10, room: { width: 320, height: 700 } })).toBe(1.2);
  });
});

it('has limits both ways', () => {
  expect([clampScale(0), clampScale(2), clampScale(100)]).toEqual([0.1, 2, 5]);
});
