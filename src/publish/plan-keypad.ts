// A voice menu in its article → what the page holds of it for its keypad.
import type { KeypadData } from '../../site/keypad-data.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { planVoiceMenu } from '../flow/read-prompts.ts';
import type { Flow } from '../model/flow.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { MenuStep } from '../model/voice-menu.ts';
import { planRecordings } from './plan-recordings.ts';

export interface KeypadTerms {
  readonly base: KnowledgeBase;
  /** The day whose values are said. */
  readonly today: IsoDate;
  /** Whether readers are told where a transfer leads. */
  readonly tellsTeam: boolean;
}

/** What the keypad of `document` needs; undefined for another type of article, and for a flow that is no complete menu. */
export function planKeypad(
  flow: Flow,
  document: ArticleDocument,
  { base, today, tellsTeam }: KeypadTerms,
): KeypadData | undefined {
  if (document.article.type !== 'ivr') return undefined;
  const menu = planVoiceMenu(flow, document, base, today)?.menu;
  if (!menu) return undefined;
  const [first, ...others] = menu;
  const tell = (step: MenuStep): MenuStep =>
    tellsTeam || step.turn.kind !== 'transfer' ? step : { ...step, turn: { kind: 'transfer', to: '' } };
  return {
    menu: [tell(first), ...others.map(tell)],
    later: planRecordings(menu, flow, document, base, today).flatMap(({ name, changes }) =>
      changes.length === 0 ? [] : [[name, changes.map(({ from, text }) => [from, text] as const)] as const],
    ),
  };
}
