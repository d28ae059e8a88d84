// Writes a receipt for the sender, or 收件登记表.
import { tellWritten } from '../../commands/file-actions.ts';
import type { Session } from '../../session.ts';

export async function writeReceipt(
  session: Session,
  received: readonly string[],
  kind: 'package' | 'xlsx',
): Promise<void> {
  const what = kind === 'package' ? '回执' : '收件登记表';
  const file = await session.chooseSave(kind, `${what}保存到`, `${what}.${kind === 'package' ? 'xjpkg' : 'xlsx'}`);
  if (!file) return;
  const written = await session.attempt(`正在写${what}`, () =>
    session.call('package.receipt', { token: file.token, received: [...received] }),
  );
  tellWritten(session, written, what);
}
