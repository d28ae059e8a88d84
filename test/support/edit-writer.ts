// A program that is edited without a pause until it is killed: argv[2] is a workbook. Each step writes the next figure into
// one project and says so once it was accepted: what it said must be there after any end.
import { writeSync } from 'node:fs';
import { openFile } from '#electron/db/open.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { startSession } from '#electron/services/session.ts';

const session = startSession(openFile(process.argv[2] as string), () => undefined);
const ids = session.planData().projects.map(({ id }) => id);
for (let step = 1; ; step += 1) {
  const id = ids[step % ids.length] ?? '';
  editProjects(session, { edits: [{ id, column: 'total', text: String(step) }], skipInvalid: false });
  writeSync(1, `${id} ${step}\n`);
}
