// Files that are written all together or not at all, and never over another.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeNewFiles } from '../../src/authoring/write-new-files.ts';
import { Problem } from '../../src/model/problem.ts';
import { temporaryFolder } from '../cli/fake-host.ts';

it('leaves a file alone that came between plan and writing, and takes back the others', async () => {
  const root = await temporaryFolder();
  await writeFile(path.join(root, 'b.md'), 'à moi');
  const files = ['new/deep/a.md', 'b.md', 'c.md'].map((file) => ({ path: file, text: 'nouveau' }));
  await expect(writeNewFiles(root, files)).rejects.toThrow(Problem);
  expect(await readdir(root)).toEqual(['b.md']);
  expect(await readFile(path.join(root, 'b.md'), 'utf8')).toBe('à moi');
});

it('takes back its own folders only as far as they are empty', async () => {
  const root = await temporaryFolder();
  await writeFile(path.join(root, 'z'), '');
  await writeNewFiles(root, [{ path: 'kept/a.md', text: '' }]);
  const files = ['kept/sub/b.md', 'z/c.md'].map((file) => ({ path: file, text: '' }));
  await expect(writeNewFiles(root, files)).rejects.toThrow(Problem);
  expect((await readdir(root, { recursive: true })).sort()).toEqual(['kept', 'kept/a.md', 'z']);
});
