import { describe, expect, it } from 'vitest';
import { parsePath } from '../../src/content/parse-path.ts';

const read = (text: string, path = 'paths/premiers-jours.yaml') => parsePath(path, text, ['internal']);

describe('a training path', () => {
  it('has steps to read and guides to follow, and is for the first audience where it names none', () => {
    const { training, problems } = read(
      'title: { fr: Premiers jours }\nowner: livraison\nsteps:\n  - a\n  - guide: b\nchallenge: { from: 2026-11-09, until: 2026-11-30 }\n',
    );
    expect(problems).toEqual([]);
    expect(training).toEqual({
      id: 'premiers-jours',
      title: { fr: 'Premiers jours' },
      owner: 'livraison',
      audience: ['internal'],
      steps: [
        { id: 'a', guide: false },
        { id: 'b', guide: true },
      ],
      challenge: { from: '2026-11-09', until: '2026-11-30' },
    });
  });

  it.each([
    ['no steps', 'title: { fr: A }\nowner: x\nsteps: []\n', 3],
    ['a step that is no id', 'title: { fr: A }\nowner: x\nsteps:\n  - a\n  - ../b\n', 5],
    ['an unknown key', 'title: { fr: A }\nowner: x\nsteps: [a]\nstep: [b]\n', 4],
    [
      'an impossible day',
      'title: { fr: A }\nowner: x\nsteps: [a]\nchallenge: { from: 2026-02-30, until: 2026-03-01 }\n',
      4,
    ],
    [
      'a challenge that ends before it begins',
      'title: { fr: A }\nowner: x\nsteps: [a]\nchallenge: { from: 2026-03-02, until: 2026-03-01 }\n',
      4,
    ],
    ['an alias', 'title: { fr: A }\nowner: &x x\nsteps: [*x]\n', 1],
    ['no mapping', '- a\n', 1],
    ['no YAML', 'title: {', 1],
  ])('is refused with %s, at its line', (_, text, line) => {
    const { training, problems } = read(text);
    expect(training).toBeUndefined();
    expect(problems[0]?.line).toBe(line);
  });

  it('is refused under a name that could be no address', () => {
    expect(read('title: { fr: A }\nowner: x\nsteps: [a]\n', 'paths/Été 1.yaml').training).toBeUndefined();
  });
});
