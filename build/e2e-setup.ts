// Before the end-to-end tests: the page is built from the sources as they are, and old pictures are gone.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildAll, isBuilt, project } from './build.ts';

export async function setup(): Promise<void> {
  rmSync(path.join(project, 'test-results/pictures'), { recursive: true, force: true });
  if (!isBuilt()) await buildAll();
}
