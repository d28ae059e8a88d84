// Loaded into every process of a measured command (--import): adds its processor time to the file XIANJIE_BENCH_CPU.
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.XIANJIE_BENCH_CPU;
if (isMainThread && file !== undefined) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    appendFileSync(file, `${(user + system) / 1000}\n`);
  });
}
