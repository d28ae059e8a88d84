// One typed function for every call into the backend; a refused call becomes a thrown AppError.
import type { FileRef, MethodInput, MethodName, MethodOutput } from '#shared/contract/methods.ts';
import type { Transport } from '#shared/contract/transport.ts';
import { AppError } from '#shared/values/app-error.ts';

export type Call = <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;

export interface CallListener {
  /** The transport itself fails (not the backend refuses). */
  onLost(): void;
  /** A file asks for its password: true when it was given, the call is tried again then. */
  unlock(file: FileRef, question: string): Promise<boolean>;
}

export function makeCall(transport: Transport, { onLost, unlock }: CallListener): Call {
  return async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const reply = await transport.invoke(method, input).catch((cause: unknown) => {
      onLost();
      throw new AppError(
        'internal',
        '与后台的连接已断开。请点“重新连接”；已显示“已保存”的修改都在文件里。',
        String(cause),
      );
    });
    if (!reply.ok) {
      const { code, message, details } = reply.error;
      const file = code === 'password-needed' ? (details as { file?: FileRef } | undefined)?.file : undefined;
      if (file === undefined) throw new AppError(code, message, details);
      if (!(await unlock(file, message))) throw new AppError('cancelled', '没有输入密码，文件没有打开。');
      return call(method, input);
    }
    return reply.value as MethodOutput<M>;
  };
}

/** The sentence to show for anything that was thrown. */
export function errorText(thrown: unknown): string {
  if (thrown instanceof AppError) return thrown.message;
  return thrown instanceof Error ? `程序出错：${thrown.message}` : `程序出错：${String(thrown)}`;
}
