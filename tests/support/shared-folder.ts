// Once for each run of the tests: a folder that their workers share, gone when the run has ended.
import type { TestProject } from 'vitest/node';
import { makeFolder, type TemporaryFolder } from './folders.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where workers leave for each other what is dear to make. */
    readonly sharedFolder: string;
  }
}

let folder: TemporaryFolder | undefined;

export async function setup(project: TestProject): Promise<void> {
  folder = await makeFolder();
  project.provide('sharedFolder', folder.path);
}

export async function teardown(): Promise<void> {
  await folder?.remove();
}
