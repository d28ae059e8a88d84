// What the packed program is made to do by its test: open, read with the worker thread, write a sheet.
import path from 'node:path';

export interface Driven {
  call(method: string, input: unknown): Promise<unknown>;
  /** Answers of the coming dialogs. */
  saves: string[];
  opens: string[][];
}

const folder = process.env.BUNDLE_WORK ?? '';
const sheet = process.env.BUNDLE_SHEET ?? '';

interface Choice {
  files?: { token: string }[];
  file?: { token: string } | null;
}

/** Gives what the test looks at. Throws with the sentence of the first call that is refused. */
export async function drive({ call, saves, opens }: Driven): Promise<Record<string, unknown>> {
  async function ask(method: string, input: unknown): Promise<Record<string, unknown>> {
    const reply = (await call(method, input)) as { ok: boolean; value: Record<string, unknown>; error?: unknown };
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)}`);
    return reply.value;
  }
  async function saveTo(file: string, kind: string): Promise<string> {
    saves.push(path.join(folder, file));
    const { file: chosen } = (await ask('files.chooseSave', { kind, suggestedName: file, title: '保存' })) as Choice;
    return chosen?.token ?? '';
  }
  await ask('workbook.create', { token: await saveTo('甲.xianjie', 'workbook'), regionCode: '530402' });
  opens.push([sheet]);
  const { files } = (await ask('files.chooseOpen', { kind: 'sheet', title: '导入' })) as Choice;
  const preview = await ask('import.inspect', { tokens: files?.map((file) => file.token) });
  await ask('import.commit', { previewId: preview.previewId });
  const written = await ask('export.projects', { token: await saveTo('乙.xlsx', 'xlsx') });
  const { projectCount } = (await ask('app.status', {})).workbook as { projectCount: number };
  return { projectCount, written: written.name };
}
