// Where a guide stands → what the reader sees of it, and where each button leads.
import {
  choose,
  currentNode,
  type Guide,
  type GuideWay,
  goBack,
  isAtEnd,
  isFull,
  longestPath,
  startGuide,
  stepsOf,
  waysOn,
} from '../../src/model/guide.ts';
import { answeredFromContext, knownWay, lastAnswered } from '../../src/model/guide-context.ts';
import { parseMenuKey } from '../../src/model/voice-menu.ts';
import { writeCaseNote } from '../case-note.ts';
import type { GuideData, GuideLink } from '../guide-data.ts';
import { followUpWordsFor } from '../locales/follow-up-words.ts';
import { formatDate } from '../locales/format.ts';
import type { GuideWords } from '../locales/guide-words.ts';
import { sendWordsFor } from '../locales/send-words.ts';
import { writeNoteMessage } from '../note-message.ts';
import { articleTitle } from './article-state.ts';
import { caseFromTrail, caseOf } from './case-of-guide.ts';
import { readContext } from './context/context-values.ts';
import { copySection } from './copy-section.ts';
import { readAfterGuide, saveReminder } from './follow-ups/page-follow-ups.ts';
import { handOver, longestTrail, type Memory, pageOf, type ReturnTicket } from './guide-history.ts';
import type { Answer, Choice, Detail, PassedStep, Reminder, SendNote, StepScreen } from './guide-screen.ts';
import { readReaderDay } from './reader-clock.ts';
import { openNoteDialog } from './send-note/note-dialog.ts';
import { readReceiver } from './send-note/page-receiver.ts';

export interface Stand {
  readonly guide: Guide;
  /** Whether the address led to it as it was meant. */
  readonly fits: boolean;
  readonly data: GuideData;
  readonly memory: Memory;
}

/** How the reader gets from one step to another. */
export interface Moves {
  readonly go: (to: Guide) => void;
  readonly goBackTo: (to: Guide, steps: number) => void;
}

/** The screen of the step at which `stand` is. */
export function screenOf(stand: Stand, moves: Moves, words: GuideWords): StepScreen {
  const { guide, fits, data } = stand;
  const node = currentNode(guide);
  const ways = waysOn(guide);
  const atEnd = isAtEnd(guide);
  const link = data.links.find(([id]) => id === node?.id)?.[1];
  const deadEnd = atEnd && node?.kind !== 'outcome';
  const position = [words.step(guide.path.length + 1), ...(node?.phase ? [node.phase] : [])];
  const back = guide.path.length > 0;
  return {
    kind: 'step',
    position: [...position, ...(atEnd ? [words.outcome] : [])].join(' · '),
    text: node?.text ?? words.whereToStart,
    isOutcome: atEnd,
    remarks: [
      ...(fits ? [] : [words.changed]),
      ...contextRemarks(stand, ways, words),
      ...(deadEnd ? [words.deadEnd] : []),
      ...(isFull(guide) ? [words.full(longestPath)] : []),
    ],
    answers: isFull(guide)
      ? []
      : ways.map((way, index) => ({
          ...answerOf(way, ways.length > 1 || node?.kind === 'question', data, words),
          run: () => moves.go(choose(guide, index)),
        })),
    open: link && { label: words.open(link.title), run: () => openLinked(link, stand, words) },
    returnTo: returnFrom(stand, words),
    back: back ? { label: words.back, run: () => moves.goBackTo(goBack(guide), 1) } : undefined,
    restart: back ? { label: words.restart, run: () => moves.go(startGuide(guide.flow)) } : undefined,
    passed: passedSteps(stand, moves, words),
    detail: detailOf(data, node?.id, atEnd, words),
    note: atEnd || isFull(guide) ? noteOf(stand, words) : undefined,
    reminder: atEnd ? reminderOf(words) : undefined,
    send: atEnd || isFull(guide) ? sendOf(stand, words) : undefined,
  };
}

/** What an answer's button says, with the key of the telephone that gives it in a voice menu. */
function answerOf(
  way: GuideWay,
  isChoice: boolean,
  { number }: GuideData,
  words: GuideWords,
): Omit<Answer, 'run'> {
  // The first flowchart of such an article is its menu.
  const isMenu = number === 1 && document.querySelector('[data-keypad]') !== null;
  const read = isMenu ? parseMenuKey(way.answer) : undefined;
  return read
    ? { label: read.words || way.node.text, key: read.key }
    : { label: labelOf(way, isChoice, words), key: undefined };
}

/** An answer's own words; without any, what it leads to where there is a choice. */
function labelOf({ answer, node }: GuideWay, isChoice: boolean, words: GuideWords): string {
  return answer || (isChoice ? node.text : words.continue);
}

/** What was answered from the context on the way to this step, or would be at it. */
function contextRemarks({ guide, data }: Stand, ways: readonly GuideWay[], words: GuideWords): string[] {
  const { asks = [] } = data;
  if (asks.length === 0) return [];
  const known = readContext();
  const way = ways[knownWay(guide, asks, known) ?? -1];
  const answered = stepsOf(guide).slice(guide.path.length - lastAnswered(guide, asks, known));
  return [
    ...answered.map(({ node, way }) => words.answeredFrom(node?.text ?? '', labelOf(way, true, words))),
    ...(way ? [words.contextSays(labelOf(way, true, words))] : []),
  ];
}

function passedSteps({ guide, data }: Stand, moves: Moves, words: GuideWords): PassedStep[] {
  const fromContext = answeredFromContext(guide, data.asks ?? [], readContext());
  return stepsOf(guide).map(({ node, way }, depth) => {
    const text = node?.text ?? words.whereToStart;
    const steps = guide.path.length - depth;
    return {
      number: depth + 1,
      text,
      answer: fromContext[depth]
        ? words.fromContext(way.answer || way.node.text)
        : way.answer || (node === undefined ? way.node.text : undefined),
      label: words.goTo(depth + 1, text),
      run: () => moves.goBackTo(goBack(guide, steps), steps),
    };
  });
}

/** The section tied to the step; at the end, without one, what to tell the customer. */
function detailOf(
  { details, tell }: GuideData,
  id: string | undefined,
  atEnd: boolean,
  words: GuideWords,
): Detail | undefined {
  const tied = details.find(([node]) => node === id)?.[1];
  const section = tied === undefined ? undefined : copySection(tied);
  if (section !== undefined) return { title: words.detail, content: section.content };
  return atEnd && tell !== undefined ? copySection(tell) : undefined;
}

function noteOf(stand: Stand, words: GuideWords): string {
  const part = caseFromTrail(stand.memory.trail, caseOf(stand, words));
  return writeCaseNote(part, formatDate(readReaderDay(new Date()), words.lang), words.note);
}

/** Shows what the tool would receive of the note, and sends it on the reader's word. */
function sendOf(stand: Stand, words: GuideWords): SendNote | undefined {
  const receiver = readReceiver();
  if (receiver === undefined) return undefined;
  const about = sendWordsFor(words.lang);
  return {
    label: about.send(receiver.name),
    run: (tell) => {
      const part = caseOf(stand, words);
      const note = noteOf(stand, words);
      const { id = '' } = document.querySelector<HTMLElement>('.article')?.dataset ?? {};
      const followUps = isAtEnd(stand.guide) ? readAfterGuide(followUpWordsFor(words.lang)) : [];
      const { lang } = document.documentElement;
      const message = writeNoteMessage({ id, lang, part, note, followUps });
      openNoteDialog({ receiver, message, note, words: about, tell });
    },
  };
}

/** Takes what the article asks to check later, and the last day for the resolution, into a calendar. */
function reminderOf({ lang }: GuideWords): Reminder | undefined {
  const words = followUpWordsFor(lang);
  if (readAfterGuide(words).length === 0) return undefined;
  return {
    label: words.remind,
    done: words.reminded,
    run: () => saveReminder(readAfterGuide(words), words),
  };
}

/** Leads to another article; to its guide with a ticket for the way back, where it has one. */
function openLinked(link: GuideLink, stand: Stand, words: GuideWords): void {
  const { guide, memory } = stand;
  if (!link.guided || memory.trail.length >= longestTrail) {
    window.location.assign(link.href);
    return;
  }
  const ticket: ReturnTicket = {
    href: window.location.href,
    title: articleTitle(),
    depth: guide.path.length,
    part: caseOf(stand, words),
    visits: memory.visits,
  };
  // `#guide=` starts a guide even where a heading is called "Guide".
  handOver(`${pageOf(link.href)}#guide=`, { trail: [...memory.trail, ticket], visits: [] });
}

function returnFrom(stand: Stand, words: GuideWords): Choice | undefined {
  const { guide, memory } = stand;
  const ticket = memory.trail.at(-1);
  if (ticket === undefined) return undefined;
  const followed = guide.path.length > 0 || isAtEnd(guide);
  const visit = { depth: ticket.depth, part: caseOf(stand, words) };
  return {
    label: words.returnTo(ticket.title),
    run: () =>
      handOver(ticket.href, {
        trail: memory.trail.slice(0, -1),
        visits: [...ticket.visits, ...(followed ? [visit] : [])],
      }),
  };
}
