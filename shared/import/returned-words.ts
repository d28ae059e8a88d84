// A deleted project that came again, in words for window and command line.
import type { ReturnedProject } from './preview.ts';

/** One sentence each. */
export function returnedWords({ name, before, facts, isAttached }: ReturnedProject): string {
  return isAttached
    ? `“${name}”以前删除过，又在表里：原来的${facts}已接上。不是同一个项目的，请撤销后改名再导入。`
    : `“${name}”与已删除的“${before}”编号相同、名称不同，“${before}”的${facts}没有接上。确是同一个项目的，请撤销后按原名导入，再改名。`;
}
