// Shows a file in the system's file manager.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { AppError } from '#shared/values/app-error.ts';

/** The program and its arguments; the Linux desktops have no common way to mark the file, only to open its folder. */
export function revealCommand(file: string, platform: NodeJS.Platform): [program: string, args: string[]] {
  if (platform === 'win32') return ['explorer.exe', [`/select,${file}`]];
  if (platform === 'darwin') return ['open', ['-R', file]];
  return ['xdg-open', [path.dirname(file)]];
}

/** Rejects with a sentence that names the folder, so that the user can go there by hand. */
export function revealFile(file: string): Promise<void> {
  const [program, args] = revealCommand(file, process.platform);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    child.once('error', () => {
      reject(new AppError('internal', `这台机器上没有可用的文件管理器。文件在：${path.dirname(file)}`));
    });
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
