// A voice menu as VoiceXML 2.1 (W3C Recommendation of 19 June 2007): one dialog a step, keys alone, recordings with their text to fall back on.
import { keySeconds, type MenuStep, mostTries, type Recording, type VoiceMenu } from '../model/voice-menu.ts';
import { xmlText } from './xml-text.ts';

/** Writes `menu` in the language `lang` as a VoiceXML document; sound files are looked for in `prompts/` beside it. */
export function formatVoiceXml(menu: VoiceMenu, lang: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" xml:lang="${xmlText(lang)}">`,
    '  <property name="inputmodes" value="dtmf"/>',
    `  <property name="timeout" value="${keySeconds}s"/>`,
    ...menu.flatMap((step) => [
      `  <!-- ${comment(step.title)} -->`,
      ...dialog(step).map((line) => `  ${line}`),
    ]),
    '</vxml>',
    '',
  ].join('\n');
}

/** `text` for a comment, in which no two hyphens may follow each other. */
function comment(text: string): string {
  return xmlText(text.replace(/\s+/g, ' ')).replace(/-(?=-|$)/g, '- ');
}

function dialog(step: MenuStep): readonly string[] {
  const { name, turn, recordings } = step;
  if (turn.kind === 'choices') {
    const choices = turn.choices.map(
      ({ key, words, next }) => `  <choice dtmf="${key}" next="#${next}">${xmlText(words)}</choice>`,
    );
    return [
      `<menu id="${name}" dtmf="false">`,
      ...indent(prompt(recordings)),
      ...choices,
      ...events('noinput'),
      ...events('nomatch'),
      '</menu>',
    ];
  }
  if (turn.kind === 'transfer')
    return [
      `<form id="${name}">`,
      '  <block>',
      ...indent(prompt(recordings), 4),
      '  </block>',
      `  <transfer name="connection" dest="${xmlText(turn.to)}" bridge="false"/>`,
      '</form>',
    ];
  const then = turn.kind === 'goto' ? `<goto next="#${turn.next}"/>` : '<disconnect/>';
  return [
    `<form id="${name}">`,
    '  <block>',
    ...indent([...prompt(recordings), then], 4),
    '  </block>',
    '</form>',
  ];
}

/** Asks again, and hangs up after as often as a menu asks. */
function events(name: 'noinput' | 'nomatch'): readonly string[] {
  return [`  <${name}><reprompt/></${name}>`, `  <${name} count="${mostTries}"><disconnect/></${name}>`];
}

function prompt(recordings: readonly Recording[]): readonly string[] {
  const sounds = recordings.map(
    ({ name, text }) => `  <audio src="prompts/${name}.wav">${xmlText(text)}</audio>`,
  );
  return ['<prompt>', ...sounds, '</prompt>'];
}

function indent(lines: readonly string[], by = 2): readonly string[] {
  return lines.map((line) => `${' '.repeat(by)}${line}`);
}
