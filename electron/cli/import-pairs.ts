// --pair TABLE:ROW=CODE|new of xianjie import: which project a row of a sheet is, said by hand.
import type { Project } from '#shared/domain/project.ts';
import type { ImportPreview } from '#shared/import/preview.ts';
import { UsageError } from './command.ts';

export interface PairOption {
  /** As written: the number of the table from 1, or the name of its sheet. */
  table: string;
  row: number;
  /** 项目编号 or id; 'new'. */
  target: string;
}

export function readPair(text: string): PairOption {
  const [, table = '', row = '', target = ''] = /^(.+):(\d+)=(.+)$/.exec(text) ?? [];
  if (target === '') throw new UsageError(`选项 --pair 应写成 TABLE:ROW=CODE 或 TABLE:ROW=new，不能是“${text}”。`);
  return { table, row: Number(row), target: target.trim() };
}

/** The choices of the import: `${table}:${row}` -> id of the project, null for a new one. */
export function resolvePairs(
  options: readonly PairOption[],
  { tables, rows }: Pick<ImportPreview, 'tables' | 'rows'>,
  projects: readonly Project[],
): Record<string, string | null> {
  return Object.fromEntries(
    options.map(({ table, row, target }) => {
      const named = tables.flatMap(({ sheet }, index) => (sheet === table ? [index] : []));
      const index = named.length === 1 ? named[0] : /^\d+$/.test(table) ? Number(table) - 1 : undefined;
      if (index === undefined || !rows.some((one) => one.table === index && one.row === row))
        throw new UsageError(
          `--pair：${table} 的第 ${row} 行不是要导入的项目${named.length > 1 ? '（有几张同名的表，请写第几张）' : ''}。`,
        );
      if (target === 'new') return [`${index}:${row}`, null];
      const byId = projects.filter(({ id }) => id === target);
      const found = byId.length > 0 ? byId : projects.filter(({ code }) => code === target);
      if (found.length !== 1 || !found[0])
        throw new UsageError(
          `--pair：项目表中${found.length === 0 ? '没有' : `有 ${found.length} 个`}编号为“${target}”的项目。`,
        );
      return [`${index}:${row}`, found[0].id];
    }),
  );
}
