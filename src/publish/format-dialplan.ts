// A voice menu as a dialplan of Asterisk (`extensions.conf`): one context a step, and the team's own context for transfers.
import { hash } from 'node:crypto';
import { legible } from '../model/legible.ts';
import { quote } from '../model/quote.ts';
import { keySeconds, type MenuStep, mostTries, type VoiceMenu } from '../model/voice-menu.ts';

/**
 * Writes `menu` of the article `id` (lower-case letters, digits, hyphens) in the language `lang`. Calls enter by the context
 * `kb-ID-LANG`; sounds are looked for in the folder `kb`; a transfer leaves by `kb-transfer,s,1`, which is the company's own and
 * finds the address in `KB_DESTINATION`.
 */
export function formatDialplan(menu: VoiceMenu, id: string, lang: string): string {
  const entry = `kb-${shortName(`${id}-${lang}`)}`;
  // No name has two hyphens in a row: no other menu has these contexts.
  const context = (step: string) => `${entry}--${step}`;
  return [
    `[${entry}]`,
    'exten => s,1,Answer()',
    ` same => n,Set(CHANNEL(language)=${lang})`,
    ` same => n,Goto(${context(menu[0].name)},s,1)`,
    ...menu.flatMap((step) => ['', `; ${comment(step.title)}`, ...section(step, context)]),
    '',
  ].join('\n');
}

/** The most letters of an article in a context's name: with a step's 40 and what joins them, less than the 79 that Asterisk takes. */
const longestName = 32;

/** `name` where it is short, else its beginning and a mark of the whole. */
function shortName(name: string): string {
  if (name.length <= longestName) return name;
  const mark = hash('sha256', name, 'hex').slice(0, 8);
  return `${name.slice(0, longestName - mark.length - 1).replace(/-$/, '')}-${mark}`;
}

function section(step: MenuStep, context: (step: string) => string): readonly string[] {
  const { name, recordings, turn } = step;
  const sounds = recordings.map((each) => `kb/${each.name}`).join('&');
  const said = recordings.map((each) => `; kb/${each.name}: ${comment(each.text)}`);
  const head = [`[${context(name)}]`, ...said];
  if (turn.kind === 'choices')
    return [
      ...head,
      'exten => s,1,Set(KB_TRIES=0)',
      ` same => n(ask),Background(${sounds})`,
      ` same => n,WaitExten(${keySeconds})`,
      ...turn.choices.map(({ key, next }) => `exten => ${key},1,Goto(${context(next)},s,1)`),
      `exten => i,1,Set(KB_TRIES=$[\${KB_TRIES} + 1])`,
      ` same => n,GotoIf($[\${KB_TRIES} < ${mostTries}]?s,ask)`,
      ' same => n,Hangup()',
      'exten => t,1,Goto(i,1)',
    ];
  const play = `exten => s,1,Playback(${sounds})`;
  if (turn.kind === 'goto') return [...head, play, ` same => n,Goto(${context(turn.next)},s,1)`];
  if (turn.kind === 'transfer')
    return [...head, play, ` same => n,Set(__KB_DESTINATION=${turn.to})`, ' same => n,Goto(kb-transfer,s,1)'];
  return [...head, play, ' same => n,Hangup()'];
}

/** The most characters of a comment: Asterisk reads a line of more than 8,191 bytes as two, and the second as an instruction. */
const longestComment = 400;

/** `text` on one line, without the sign that may open a comment of several lines (`;--`). */
function comment(text: string): string {
  return quote(legible(text).replace(/\s+/g, ' ').replaceAll(';', ','), longestComment);
}
