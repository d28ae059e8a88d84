// The command line of a checkout: runs what was built from the sources as they are, which starts in half the time of
// the sources themselves; where there is none it is built first.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFresh, PROGRAM, project } from './stamp.ts';

/** Builds what is missing; false where it cannot be written. */
async function prepare(): Promise<boolean> {
  try {
    const [{ buildProgram }, { isPacked }] = await Promise.all([import('./build.ts'), import('./pack-places.ts')]);
    console.error(
      isPacked() ? '正在生成程序文件（首次或源码有改动时）…' : '正在生成程序文件和地名库（首次使用时，约半分钟）…',
    );
    await buildProgram();
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`程序文件没有生成（${reason}），改由源码运行。`);
    return false;
  }
}

const isReady = isFresh(PROGRAM) || (await prepare());
await import(isReady ? pathToFileURL(path.join(project, 'dist/node/cli.js')).href : '#electron/cli/main.ts');
