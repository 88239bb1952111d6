// Which key of a telephone a key of the computer stands for.
import { type MenuKey, menuKeys } from '../../src/model/voice-menu.ts';

/** Undefined for any other key. A French keyboard gives digits with Shift only, so the key's place counts too. */
export function menuKeyOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): MenuKey | undefined {
  const digit = /^Digit([0-9])$/.exec(code)?.[1];
  return menuKeys.find((each) => each === key) ?? menuKeys.find((each) => each === digit);
}

/** Whether a key comes with one that makes it a command. Some keyboards write `#` with AltGr, which counts as both Ctrl and Alt. */
export function isCommand({
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return metaKey || ctrlKey !== altKey;
}
