// Before the end-to-end tests: the page is built from the sources as they are, and old pictures are gone.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildAll, isBuilt } from './build.ts';
import { project } from './stamp.ts';

export async function setup(): Promise<void> {
  const pictures = path.join(project, 'test-results/pictures');
  // Those of other tests stand in folders of their own.
  for (const entry of existsSync(pictures) ? readdirSync(pictures, { withFileTypes: true }) : []) {
    if (entry.isFile()) rmSync(path.join(pictures, entry.name));
  }
  if (!isBuilt()) await buildAll();
}
