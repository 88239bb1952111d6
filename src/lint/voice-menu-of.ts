// The voice menu of the article in hand, worked out once for the rules that ask.
import type { ArticleDocument } from '../content/knowledge-base.ts';
import type { BuiltMenu } from '../flow/build-voice-menu.ts';
import { planVoiceMenu } from '../flow/read-prompts.ts';
import { type CheckedFlow, checkedFlows } from './checked-flows.ts';
import { mainFlow } from './flow-links.ts';
import type { RuleContext } from './rule.ts';

export interface CheckedMenu extends BuiltMenu {
  readonly checked: CheckedFlow;
}

/** The menu that the first flow of `document` is; undefined where it has no flow that leads anywhere. */
export function voiceMenuOf(document: ArticleDocument, context: RuleContext): CheckedMenu | undefined {
  const flow = mainFlow(document, context.diagrams);
  const checked = checkedFlows(document, context).find((each) => each.flow === flow);
  const built = flow && planVoiceMenu(flow, document, context.base, context.today);
  return built && checked ? { checked, ...built } : undefined;
}
