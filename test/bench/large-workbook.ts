// A workbook of any size for measurements: the sample list repeated with other names.
import { join } from 'node:path';
import { openFile } from '#electron/db/open.ts';
import { makeProjectId } from '#electron/services/project-ids.ts';
import { type Session, startSession } from '#electron/services/session.ts';
import { createWorkbookFile } from '#electron/services/workbook-files.ts';
import { makeSampleProjects } from '#seeds/sample.ts';

/** Makes a 红塔区 workbook of `count` projects in a folder and opens it. */
export function makeLargeWorkbook(folder: string, count: number, lastYear = 2025): { path: string; session: Session } {
  const path = join(folder, `${count}.xianjie`);
  createWorkbookFile(path, { regionCode: '530402', firstYear: 2021, lastYear });
  const session = startSession(openFile(path), () => {});
  const samples = makeSampleProjects();
  session.change('bench', 'bench', (tx) => {
    for (let index = 0; index < count; index += 1) {
      const sample = samples[index % samples.length];
      if (!sample) throw new Error('no sample');
      const id = makeProjectId();
      const round = Math.floor(index / samples.length);
      tx.put('project', id, {
        ...sample,
        id,
        position: index + 1,
        // Another part of the work, or the list would be one of duplicates.
        ...(round === 0 ? {} : { name: `${sample.name}（${round}）`, content: `${sample.content}（第${round}片）` }),
      });
    }
  });
  return { path, session };
}
