// Entry of `follow-ups.js`, which only pages of articles with follow-ups load: their days, a copy and a reminder.
import { followUpWordsFor } from '../locales/follow-up-words.ts';
import { build } from './build-element.ts';
import { copyText } from './clipboard.ts';
import { readDueFollowUps, saveReminder, writeFollowUps } from './follow-ups/page-follow-ups.ts';

function setUpFollowUps(): void {
  const list = document.querySelector('.follow-ups');
  if (!list || readDueFollowUps().length === 0) return;
  const words = followUpWordsFor(document.documentElement.lang);
  const status = build('span', 'follow-ups-status');
  status.setAttribute('role', 'status');
  const say = (text: string) => {
    status.textContent = text;
  };
  // The day is read at each press: a page may stay open for days.
  const copy = pressable(words.copy, () => {
    void copyText(writeFollowUps(readDueFollowUps(), words).join('\n')).then((done) =>
      say(done ? words.copied : words.copyFailed),
    );
  });
  const remind = pressable(words.remind, () => {
    saveReminder(readDueFollowUps(), words);
    say(words.reminded);
  });
  const ways = build('p', 'follow-ups-ways', remind, copy, status);
  ways.lang = words.lang;
  list.after(ways);
}

function pressable(label: string, run: () => void): HTMLButtonElement {
  const made = build('button', 'button button-quiet', label);
  made.type = 'button';
  made.addEventListener('click', run);
  return made;
}

setUpFollowUps();
