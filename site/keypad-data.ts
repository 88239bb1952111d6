// What the page of a voice menu holds for its keypad: the menu, and what it will say on later days.
import type { IsoDate } from '../src/model/iso-date.ts';
import type { VoiceMenu } from '../src/model/voice-menu.ts';

export interface KeypadData {
  /** With what it says on the day of the build. The address of a transfer is empty where readers are not told. */
  readonly menu: VoiceMenu;
  /** Name of a recording → what it says from later days on, in their order. Pairs, because a name may be any word. */
  readonly later: readonly (readonly [name: string, changes: readonly (readonly [IsoDate, string])[]])[];
}

/** What the recording `name` says on `today`; `text` where nothing else is planned up to then. */
export function textOn({ later }: KeypadData, name: string, text: string, today: IsoDate): string {
  const [, changes = []] = later.find(([each]) => each === name) ?? [];
  return changes.filter(([from]) => from <= today).at(-1)?.[1] ?? text;
}
