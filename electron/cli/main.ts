// The command `xianjie`: same services as the window, for scripts and batch work.
import { readAhead, stopReadingAhead } from '#electron/app/read-ahead.ts';

// `xianjie import WORKBOOK FILE`: the file is read in its thread while everything else is loaded. Other orders of the
// words are read later, when they are understood.
const [command, , file] = process.argv.slice(2);
if (command === 'import' && file !== undefined && !process.argv.slice(3, 5).some((word) => word.startsWith('-'))) {
  readAhead(file);
}
const { runCli } = await import('./run-cli.ts');

// A reader that goes away (`xianjie list ... | head`) ends the output, not the program with a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCli(process.argv.slice(2), {
  writeOut: (text) => void process.stdout.write(text),
  writeErr: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  today: () => new Date(),
});
stopReadingAhead();
