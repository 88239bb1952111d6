// Entry of `follow-ups.js`, fetched when a reader presses a button below an article's follow-ups: their days, a copy and a reminder.
import { followUpWordsFor } from '../locales/follow-up-words.ts';
import { copyText } from './clipboard.ts';
import { readDueFollowUps, saveReminder, writeFollowUps } from './follow-ups/page-follow-ups.ts';

function setUpFollowUps(): void {
  const ways = document.querySelector('.follow-ups-ways');
  const status = ways?.querySelector('.follow-ups-status');
  if (!ways || !status) return;
  const words = followUpWordsFor(document.documentElement.lang);
  const say = (text: string) => {
    status.textContent = text;
  };
  const on = (way: string, run: () => void) =>
    ways.querySelector(`[data-way=${way}]`)?.addEventListener('click', run);
  // The day is read at each press: a page may stay open for days.
  on('copy', () => {
    void copyText(writeFollowUps(readDueFollowUps(), words).join('\n')).then((done) =>
      say(done ? words.copied : words.copyFailed),
    );
  });
  on('remind', () => {
    saveReminder(readDueFollowUps(), words);
    say(words.reminded);
  });
}

setUpFollowUps();
