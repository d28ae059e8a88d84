// One typed function for every call into the backend; a refused call becomes a thrown AppError.
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract/methods.ts';
import type { Transport } from '#shared/contract/transport.ts';
import { AppError } from '#shared/values/app-error.ts';

export type Call = <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;

/** `onLost` is told when the transport itself fails (not when the backend refuses). */
export function makeCall(transport: Transport, onLost: () => void): Call {
  return async <M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> => {
    const reply = await transport.invoke(method, input).catch((cause: unknown) => {
      onLost();
      throw new AppError(
        'internal',
        '与后台的连接已断开。请点“重新连接”；已显示“已保存”的修改都在文件里。',
        String(cause),
      );
    });
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.message, reply.error.details);
    return reply.value as MethodOutput<M>;
  };
}

/** The sentence to show for anything that was thrown. */
export function errorText(thrown: unknown): string {
  if (thrown instanceof AppError) return thrown.message;
  return thrown instanceof Error ? `程序出错：${thrown.message}` : `程序出错：${String(thrown)}`;
}
