// A program that archives the log of a workbook (argv[2]) and says when it begins, until it is killed or done.
import { writeSync } from 'node:fs';
import { openFile } from '#electron/db/open.ts';
import { archiveHistory } from '#electron/services/archive/archive-history.ts';
import { startSession } from '#electron/services/session.ts';

const session = startSession(openFile(process.argv[2] as string), () => undefined);
writeSync(1, 'begins\n');
await archiveHistory(session, { keep: 10 });
session.close();
