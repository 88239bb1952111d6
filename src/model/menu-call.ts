// A call of a voice menu: a state machine for the keypad in a page and for tests. Pure.
import { type MenuChoice, type MenuKey, type MenuStep, mostTries, type VoiceMenu } from './voice-menu.ts';

/** How a call ends: the menu hangs up at an outcome, connects it, or hangs up because no key that it knows came. */
export type CallEnd = 'hangup' | 'transfer' | 'no-key';

/** Where a caller stands. It never changes: every key gives a new one. */
export interface MenuCall {
  readonly step: MenuStep;
  /** The steps that are said, one after the other, since the last key; none where the menu hangs up for want of one. */
  readonly said: readonly MenuStep[];
  /** How often nothing was pressed at this step, and how often a key that it doesn't know: VoiceXML counts them apart. */
  readonly silences: number;
  readonly wrongKeys: number;
  /** Undefined while the menu waits for a key. */
  readonly end: CallEnd | undefined;
}

/** The call up to its first key. */
export function startCall(menu: VoiceMenu): MenuCall {
  return hear(menu, menu[0]);
}

/** The answer that `key` gives where the caller stands; undefined for a key that the step doesn't know. */
export function choiceOf({ step, end }: MenuCall, key: MenuKey): MenuChoice | undefined {
  if (end !== undefined || step.turn.kind !== 'choices') return undefined;
  return step.turn.choices.find((choice) => choice.key === key);
}

/** The call after `key`, or after a time without one where it is undefined. A call that ended stays as it is. */
export function pressKey(menu: VoiceMenu, call: MenuCall, key: MenuKey | undefined): MenuCall {
  if (call.end !== undefined) return call;
  const choice = key === undefined ? undefined : choiceOf(call, key);
  const next = choice && menu.find(({ name }) => name === choice.next);
  if (next) return hear(menu, next);
  const silences = call.silences + (key === undefined ? 1 : 0);
  const wrongKeys = call.wrongKeys + (key === undefined ? 0 : 1);
  const gaveUp = Math.max(silences, wrongKeys) >= mostTries;
  return {
    ...call,
    silences,
    wrongKeys,
    said: gaveUp ? [] : [call.step],
    end: gaveUp ? 'no-key' : undefined,
  };
}

/** Says `first` and the messages that follow it, up to a step that asks for a key or ends the call. */
function hear(menu: VoiceMenu, first: MenuStep): MenuCall {
  const said = [first];
  let step = first;
  // A menu has no circle of messages; a damaged one ends here all the same.
  while (step.turn.kind === 'goto' && said.length <= menu.length) {
    const { next } = step.turn;
    const after = menu.find(({ name }) => name === next);
    if (!after) break;
    said.push(after);
    step = after;
  }
  const { kind } = step.turn;
  const end = kind === 'choices' ? undefined : kind === 'transfer' ? 'transfer' : 'hangup';
  return { step, said, silences: 0, wrongKeys: 0, end };
}
