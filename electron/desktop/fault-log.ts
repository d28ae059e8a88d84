// What went wrong, for whoever mends it: a small log that begins anew when it is full. It holds no words of the user:
// of an error its kind, its code and where in the program it arose, never its message, which may name files or projects.
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

export interface FaultLog {
  /** One fault; never throws. `what` is a word of ours: a method, the name of an event. */
  write(what: string, error?: unknown): void;
  /** The newest lines, oldest first; [] where there are none. */
  newest(): string[];
}

/** Two files of this size at most. */
const MOST_BYTES = 256 * 1024;
const MOST_FRAMES = 12;
const MOST_TOLD = 30;

export function openFaultLog(folder: string, mostBytes = MOST_BYTES): FaultLog {
  const file = path.join(folder, 'faults.log');
  return {
    write(what, error) {
      try {
        mkdirSync(folder, { recursive: true });
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(file, `${file}.1`);
        appendFileSync(
          file,
          `${new Date().toISOString()} ${what}${error === undefined ? '' : ` ${describeFault(error)}`}\n`,
        );
      } catch {
        // A log that cannot be written must not be a second fault.
      }
    },
    newest() {
      try {
        return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-MOST_TOLD);
      } catch {
        return [];
      }
    },
  };
}

/** Kind, code and places of an error: `TypeError at openSheet (main.js:10:5)`. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as NodeJS.ErrnoException).code;
  const name = /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
  const told = typeof code === 'string' && /^[\w-]{1,40}$/.test(code) ? `${name} ${code}` : name;
  const frames = (error.stack ?? '').split('\n').flatMap((line) => frameOf(line) ?? []);
  return [told, ...frames.slice(0, MOST_FRAMES)].join(' at ');
}

/** A frame without folders: they may name the user. */
function frameOf(line: string): string | null {
  const match = /^\s+at (?:([\w.<>$ ]{1,80}) \()?(?:.*[\\/])?([\w.-]{1,60}:\d+:\d+)\)?$/.exec(line);
  if (!match) return null;
  return match[1] === undefined ? (match[2] ?? null) : `${match[1]} (${match[2]})`;
}
