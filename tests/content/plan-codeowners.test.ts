// Which lines of CODEOWNERS a base asks for, and that git's own patterns mean what we think.
import { describe, expect, it } from 'vitest';
import { findCodeowners, planCodeowners } from '../../src/content/plan-codeowners.ts';
import { makeRepository } from '../support/git-repository.ts';
import { memoryBase } from '../support/memory-base.ts';

const config = `name: Exemple
owners:
  livraison: { name: { fr: Livraison }, contact: livraison@mirandelle.example }
  retours: { name: { fr: Retours }, codeowners: ["@mirandelle/retours", chef@mirandelle.example] }
  vendeurs: { name: { fr: Vendeurs }, contact: le canal Vendeurs }
`;

/** A base with an article of each owner at each path. */
function baseOf(owners: Readonly<Record<string, string>>) {
  const text = (owner: string, at: number) =>
    `---\nid: a-${at}\ntitle: A\ntype: reference\nowner: ${owner}\n---\n`;
  const files = Object.entries(owners).map(([path, owner], at) => [`content/${path}`, text(owner, at)]);
  return memoryBase(Object.fromEntries(files), config);
}

function linesOf(owners: Readonly<Record<string, string>>, prefix = ''): string[] {
  return planCodeowners(baseOf(owners), prefix).lines.map((line) => `${line.pattern} ${line.owners}`);
}

const livraison = 'livraison@mirandelle.example';
const retours = '@mirandelle/retours chef@mirandelle.example';

describe('the lines of CODEOWNERS', () => {
  it('are one where one owner answers for everything', () => {
    expect(linesOf({ 'a.md': 'livraison', 'b/c.md': 'livraison' })).toEqual([`/content/ ${livraison}`]);
  });

  it('name a folder’s owner first, then the exceptions inside it', () => {
    const owners = { 'a/1.md': 'livraison', 'a/2.md': 'livraison', 'a/3.md': 'retours', 'b/1.md': 'retours' };
    expect(linesOf({ ...owners, 'b/2.md': 'retours' })).toEqual([
      `/content/ ${retours}`,
      `/content/a/ ${livraison}`,
      `/content/a/3.md ${retours}`,
    ]);
  });

  it('name no folder that is shared in equal parts', () => {
    expect(linesOf({ 'a.md': 'livraison', 'b.md': 'retours' })).toEqual([
      `/content/a.md ${livraison}`,
      `/content/b.md ${retours}`,
    ]);
  });

  it('leave out an owner whom no forge can ask, and every folder that would name another for its articles', () => {
    const owners = {
      'a/1.md': 'livraison',
      'a/2.md': 'livraison',
      'a/3.md': 'vendeurs',
      'b/1.md': 'retours',
    };
    const plan = planCodeowners(baseOf(owners), '');
    expect(plan.lines.map(({ pattern }) => pattern)).toEqual([
      '/content/a/1.md',
      '/content/a/2.md',
      '/content/b/',
    ]);
    expect([...plan.silent]).toEqual([['vendeurs', 1]]);
  });

  it('give an article of an unknown owner to nobody', () => {
    expect(linesOf({ 'a.md': 'livraison', 'b.md': 'constructor', 'c.md': 'personne' })).toEqual([
      `/content/a.md ${livraison}`,
    ]);
  });

  it('begin with the folder of a base that is a part of the repository', () => {
    expect(linesOf({ 'a.md': 'livraison' }, 'service client/')).toEqual([
      `/service\\ client/content/ ${livraison}`,
    ]);
  });

  it('name for every article its own owner, whatever the folders', () => {
    const names = ['livraison', 'retours'];
    const paths = Array.from({ length: 60 }, (_, at) => `${'xyz'[at % 3]}/${'uv'[at % 2]}/${at}.md`);
    const owners = Object.fromEntries(paths.map((path, at) => [path, names[(at * 7) % 5 > 2 ? 1 : 0] ?? '']));
    const { lines } = planCodeowners(baseOf(owners), 'kb/');
    for (const [path, owner] of Object.entries(owners))
      expect(findCodeowners(lines, `content/${path}`, 'kb/')).toBe(
        owner === 'livraison' ? livraison : retours,
      );
    expect(lines.length).toBeLessThan(paths.length);
  });

  it('hold no line end that a file’s name has', () => {
    const [line] = planCodeowners(baseOf({ 'a\n* @tous.md': 'livraison', 'b.md': 'retours' }), '').lines;
    expect(line?.pattern).toBe('/content/a??\\ @tous.md');
  });

  it.each([
    'colis en retard.md',
    'colis [1].md',
    'n° 1 #2.md',
    '!urgent.md',
    'a*b?.md',
    'été\u00a0à la mer.md',
    'double  espace.md',
    ' devant.md',
  ])('match %j by the patterns of git, which forges share', (name) => {
    const lines = planCodeowners(baseOf({ [name]: 'livraison', 'b.md': 'retours' }), '').lines;
    const pattern = lines.map((line) => line.pattern).find((line) => line !== '/content/b.md') ?? '';
    const { git } = makeRepository({ '.gitignore': `${pattern}\n` });
    expect(git('-c', 'core.quotePath=false', 'check-ignore', '--no-index', `content/${name}`)).toContain(
      name.slice(0, 2),
    );
    expect(() => git('check-ignore', '--no-index', 'content/b.md', `autre/content/${name}`)).toThrow();
    // GitHub takes neither ranges nor an escaped `#`; GitLab reads what a line comments on.
    expect(pattern).not.toMatch(/[[\]#]|\\[^ ]|[^\\] /);
  });
});
