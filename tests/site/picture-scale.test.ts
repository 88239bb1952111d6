// How large a picture is shown in a page, on a phone, on a full screen.
import { describe, expect, it } from 'vitest';
import { chooseScale, clampScale, wholeScale } from '../../site/scripts/picture-scale.ts';

const picture = { width: 800, height: 2000, smallestText: 15 };

describe('the scale at which a picture is first shown', () => {
  it('is as drawn where there is room, and never more', () => {
    expect(chooseScale({ ...picture, room: { width: 1200 } })).toBe(1);
  });

  it('shrinks to the room’s width while its text stays legible', () => {
    expect(chooseScale({ ...picture, room: { width: 720 } })).toBe(0.9);
  });

  it('keeps text at 12 pixels on a phone, where the picture then scrolls', () => {
    expect(chooseScale({ ...picture, room: { width: 320 } })).toBe(0.8);
    expect(chooseScale({ ...picture, smallestText: 10, room: { width: 320 } })).toBe(1.2);
  });

  it('minds the height too where the frame fills the screen', () => {
    expect(chooseScale({ ...picture, room: { width: 1200, height: 1800 } })).toBe(0.9);
    expect(chooseScale({ ...picture, room: { width: 1200, height: 700 } })).toBe(0.8);
  });
});

describe('the scale that shows the whole', () => {
  it('fits the width and the height that the window has to spare', () => {
    expect(wholeScale({ ...picture, room: { width: 1200 } }, 500)).toBe(0.25);
    expect(wholeScale({ ...picture, room: { width: 160 } }, 500)).toBe(0.2);
    expect(wholeScale({ ...picture, room: { width: 1200, height: 1000 } }, 500)).toBe(0.5);
  });

  it('never enlarges', () => {
    expect(wholeScale({ width: 100, height: 100, smallestText: 15, room: { width: 1200 } }, 900)).toBe(1);
  });
});

it('has limits both ways', () => {
  expect([clampScale(0), clampScale(2), clampScale(100)]).toEqual([0.1, 2, 5]);
});
