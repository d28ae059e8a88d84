// Runs a command line in this process and keeps what it said.
import type { CliIo } from '#electron/cli/command.ts';
import { runCli } from '#electron/cli/run-cli.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';

// What the command line keeps on a machine goes to a folder of the test's.
process.env.XIANJIE_DATA = makeTempFolder();

export interface CliRun {
  status: number;
  out: string;
  err: string;
  /** stdout as JSON. */
  json: () => never;
}

export async function xianjie(...argv: string[]): Promise<CliRun> {
  let out = '';
  let err = '';
  const io: CliIo = {
    writeOut: (text) => {
      out += text;
    },
    writeErr: (text) => {
      err += text;
    },
    isTerminal: false,
    today: () => new Date(2025, 2, 1, 9, 30, 5),
  };
  const status = await runCli(argv, io);
  return { status, out, err, json: () => JSON.parse(out) as never };
}
