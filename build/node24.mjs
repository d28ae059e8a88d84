// Starts one of our .ts scripts with Node 24 or newer, whatever Node runs this file: system Node 20 can neither read
// TypeScript nor carry the database module. Plain JavaScript, because it must run there.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));

/** Compiled sources are kept beside the packages: the command line starts in half the time. */
const compileCache = process.env.NODE_COMPILE_CACHE ?? path.join(project, 'node_modules', '.cache', 'xianjie', 'node');

const isNode24 = Number(process.versions.node.split('.')[0]) >= 24;

/** This process's Node when it is new enough, else the one that npm installed beside the project; null without one. */
function findNode() {
  if (isNode24) return process.execPath;
  const names = ['node', 'node.exe'].map((name) => path.join(project, 'node_modules', 'node', 'bin', name));
  return names.find((file) => existsSync(file)) ?? null;
}

/**
 * Runs `script` (relative to the project) with its arguments; streams, signals and exit code are passed through.
 * `flags` are for Node itself.
 */
export function runWithNode24(script, args, flags = []) {
  const node = findNode();
  if (node === null) {
    console.error(
      `需要 Node.js 24，现在是 ${process.versions.node}。请先在项目文件夹运行 npm ci（不要加 --ignore-scripts），它会带来 Node.js 24。`,
    );
    process.exitCode = 2;
    return;
  }
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
  const child = spawn(node, [...flags, path.join(project, script), ...args], { stdio: 'inherit', env });
  // Ctrl+C reaches the child from the terminal by itself: here it must only not end the waiting.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15);
  });
}

/**
 * The same for a script that takes its arguments from process.argv: without a process of its own where Node is new
 * enough and needs no flags.
 */
export async function runHereOrWithNode24(script, args, flags = []) {
  if (!isNode24 || flags.length > 0) {
    runWithNode24(script, args, flags);
    return;
  }
  // Threads that the script starts look for the cache in the environment.
  process.env.NODE_COMPILE_CACHE = compileCache;
  nodeModule.enableCompileCache(compileCache);
  await import(pathToFileURL(path.join(project, script)).href);
}
