// A program that is edited on and on: argv[2] is a workbook, argv[3] how many edits. Prints the bytes of its memory after each
// tenth of them. To be run with --expose-gc.
import { openFile } from '#electron/db/open.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { startSession } from '#electron/services/session.ts';

const session = startSession(openFile(process.argv[2] as string), () => undefined);
const ids = session.planData().projects.map(({ id }) => id);
const edits = Number(process.argv[3]);
const samples: number[] = [];
for (let step = 1; step <= edits; step += 1) {
  const id = ids[step % ids.length] ?? '';
  editProjects(session, { edits: [{ id, column: 'total', text: String(step) }], skipInvalid: false });
  session.planData();
  if (step % Math.ceil(edits / 10) !== 0 && step !== edits) continue;
  globalThis.gc?.();
  samples.push(process.memoryUsage().heapUsed);
}
console.log(JSON.stringify(samples));
session.close();
