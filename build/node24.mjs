// Starts one of our .ts scripts with Node 24 or newer, whatever Node runs this file: system Node 20 can neither read
// TypeScript nor carry the database module. Plain JavaScript, because it must run there.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));

/** This process's Node when it is new enough, else the one that npm installed beside the project; null without one. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const names = ['node', 'node.exe'].map((name) => path.join(project, 'node_modules', 'node', 'bin', name));
  return names.find((file) => existsSync(file)) ?? null;
}

/** Runs `script` (relative to the project) with its arguments; streams, signals and exit code are passed through. */
export function runWithNode24(script, args) {
  const node = findNode();
  if (node === null) {
    console.error(
      `需要 Node.js 24，现在是 ${process.versions.node}。请先在项目文件夹运行 npm ci（不要加 --ignore-scripts），它会带来 Node.js 24。`,
    );
    process.exitCode = 2;
    return;
  }
  // Compiled sources are kept beside the packages: the command line starts in half the time.
  const env = { NODE_COMPILE_CACHE: path.join(project, 'node_modules', '.cache', 'xianjie', 'node'), ...process.env };
  const child = spawn(node, [path.join(project, script), ...args], { stdio: 'inherit', env });
  // Ctrl+C reaches the child from the terminal by itself: here it must only not end the waiting.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15);
  });
}
