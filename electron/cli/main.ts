// The command `xianjie`: same services as the window, for scripts and batch work.
import { runCli } from './run-cli.ts';

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
