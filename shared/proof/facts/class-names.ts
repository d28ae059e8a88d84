// Names of classes as they are told apart and as a text varies them: 易地扶贫搬迁后续扶持 is 易地扶贫搬迁后续帮扶工程.

/** Behind a name these say nothing of which class it is. */
const ENDINGS = '工程 项目 建设 提升 巩固提升 帮扶 扶持 发展 巩固 保障 行动 类 工作 任务 情况 方面 投资'.split(' ');
const ENDING = new RegExp(`(?:${[...ENDINGS].sort((a, b) => b.length - a.length).join('|')})$`);
const SHORTEST = 3;

/** The name without endings that say nothing; at least three characters of it. */
export function coreOf(name: string): string {
  let core = name.replace(/[“”"《》]/g, '');
  for (;;) {
    const shorter = core.replace(ENDING, '');
    if (shorter === core || shorter.length < SHORTEST) return core;
    core = shorter;
  }
}

/** 就业（公益性岗位就业） is also written as 公益性岗位就业, 公益性岗位就业（乡村公岗） without its brackets. */
function bracketForms(name: string): string[] {
  const match = /^(.*?)（([^（）]{2,})）(.*)$/.exec(name);
  if (!match) return [];
  const [, before = '', inner = '', behind = ''] = match;
  return [`${before}${behind}`, ...(inner.length >= 3 ? [inner] : [])].filter((form) => form.length >= SHORTEST);
}

/** All ways in which a text may write a name, the name first; `varied` are those with another ending. */
export function formsOf(name: string): { written: string[]; varied: string[] } {
  const written = [name, ...bracketForms(name)];
  const cores = written.map(coreOf).filter((core) => core.length >= SHORTEST);
  const varied = cores.flatMap((core) => [core, ...ENDINGS.map((ending) => `${core}${ending}`)]);
  const isLong = (form: string): boolean => form.length >= 2;
  return { written: written.filter(isLong), varied: [...new Set(varied)].filter((form) => !written.includes(form)) };
}
