// Diagrams that are no flowcharts: every kind is drawn, in the site's classes, with nothing that a page must not hold.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paintClasses } from '../../src/flow/paint-diagram.ts';
import { type PictureResult, renderPictures } from '../../src/flow/render-pictures.ts';
import { sanitizeDiagram } from '../../src/flow/sanitize-diagram.ts';
import { diagramKinds } from './diagram-kinds.ts';

let cacheDir = '';
let drawn = new Map<string, PictureResult>();

beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'kb-test-kinds-'));
  const pictures = await renderPictures(Object.values(diagramKinds), { cacheDir });
  drawn = new Map(Object.keys(diagramKinds).map((kind, index) => [kind, pictures[index] as PictureResult]));
}, 300_000);

afterAll(() => rm(cacheDir, { recursive: true, force: true }));

const svgOf = (kind: string) => {
  const picture = drawn.get(kind);
  return picture?.ok ? picture.svg : expect.fail(`${kind}: ${JSON.stringify(picture)}`);
};

describe.each(Object.keys(diagramKinds))('a diagram of the kind %s', (kind) => {
  it('holds shapes and text, no colour of its own, no style and no address', () => {
    const svg = svgOf(kind);
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="kb-flow" viewBox="[^"]+" width="[\d.]+" height="[\d.]+">/,
    );
    expect(svg).toMatch(/<text[ >]/);
    expect(svg).not.toMatch(
      / style=|<style|<script|<image|<use|foreignObject|href|url\((?!#)|#[\da-f]{6}|rgba?\(/i,
    );
    expect(svg).not.toMatch(/ (?:fill|stroke)="(?!none)/);
    const classes = [...svg.matchAll(/class="([^"]+)"/g)].flatMap((match) => (match[1] ?? '').split(' '));
    for (const name of classes) expect(name === 'kb-flow' || paintClasses.has(name)).toBe(true);
  });
});

describe('the colours of a diagram', () => {
  it('are parts of the site’s palette: notes, boxes, lines', () => {
    const svg = svgOf('sequence');
    for (const name of ['kb-fill-note', 'kb-fill-node', 'kb-fill-line', 'kb-inverse'])
      expect(svg).toContain(name);
  });

  it('are numbered in their order of appearance where they tell things apart', () => {
    const slices = [...svgOf('pie').matchAll(/<path [^>]*class="kb-fill-(\d)/g)].map((match) => match[1]);
    expect(slices).toEqual(['1', '2', '3', '4']);
  });

  it('come from classes even where the diagram sets them', () => {
    expect(svgOf('sequence')).toMatch(/<rect [^>]*class="kb-fill-1"/);
  });
});

describe('a drawing of another diagram', () => {
  it('keeps its own title and description as text', () => {
    expect(svgOf('sequence')).toContain('<title>Remboursement');
    expect(svgOf('sequence')).toContain('<desc>Le client appelle');
  });

  it('is none where a label is HTML, which would be lost', () => {
    expect(sanitizeDiagram('<svg><foreignObject><p>Texte</p></foreignObject></svg>')).toBeUndefined();
    expect(sanitizeDiagram('no drawing')).toBeUndefined();
  });

  it('is enlarged until its smallest text is as large as a flowchart’s, at most twice', () => {
    const drawing = (size: string) =>
      `<svg viewBox="0 0 100 50"><text font-size="${size}">a</text><text font-size="20px">b</text></svg>`;
    for (const [size, width] of [
      ['10px', 'width="150" height="75"'],
      ['1px', 'width="200" height="100"'],
      ['18px', 'width="100" height="50"'],
    ] as const)
      expect(sanitizeDiagram(drawing(size))).toContain(width);
  });

  it('has no mark for today, which would be wrong tomorrow', () => {
    expect(svgOf('gantt')).not.toContain('today');
  });
});
