// Command line of the loopback host: node electron/host/main.ts [--workbook FILE] [--port N] [--no-window]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runHost } from './run.ts';

function readOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      workbook: { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-window': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`端口号不对：${values.port}`);
  const workbook = values.workbook === undefined ? null : path.resolve(values.workbook);
  return { workbook, port, hasWindow: !values['no-window'] };
}

try {
  await runHost({ ...readOptions(process.argv.slice(2)), say: (line) => console.log(line) });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
