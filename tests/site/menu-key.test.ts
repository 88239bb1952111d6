// Which key of a telephone is meant, on the keyboards that people have.
import { describe, expect, it } from 'vitest';
import { isCommand, menuKeyOf } from '../../site/scripts/menu-key.ts';

describe('a key of a telephone', () => {
  it.each([
    ['a digit', '7', 'Numpad7', '7'],
    ['a digit in the row of a French keyboard, without Shift', 'à', 'Digit0', '0'],
    ['the sign that Shift gives there in other countries', '#', 'Digit3', '#'],
    ['a star on a key of its own', '*', 'Backslash', '*'],
  ] as const)('is %s', (_name, key, code, expected) => {
    expect(menuKeyOf({ key, code })).toBe(expected);
  });

  it.each([
    ['a', 'KeyA'],
    ['F1', 'F1'],
    ['Enter', 'NumpadEnter'],
    ['12', ''],
  ])('is not %s', (key, code) => {
    expect(menuKeyOf({ key, code })).toBeUndefined();
  });

  it('may be written with AltGr, which is no command', () => {
    const none = { ctrlKey: false, altKey: false, metaKey: false };
    expect(isCommand(none)).toBe(false);
    expect(isCommand({ ...none, ctrlKey: true, altKey: true })).toBe(false);
    expect(isCommand({ ...none, ctrlKey: true })).toBe(true);
    expect(isCommand({ ...none, altKey: true })).toBe(true);
    expect(isCommand({ ...none, metaKey: true })).toBe(true);
  });
});
