// The one door: looks the method up, checks the input by its schema, runs the handler, turns whatever is thrown into a
// reply in plain Chinese. Replies are JSON values only.
import {
  type FileRef,
  METHODS,
  type MethodArgs,
  type MethodName,
  type MethodOutput,
} from '#shared/contract/methods.ts';
import type { Reply, ReplyError } from '#shared/contract/reply.ts';
import { AppError } from '#shared/values/app-error.ts';

export type Handlers = {
  [Method in MethodName]: (args: MethodArgs<Method>) => MethodOutput<Method> | Promise<MethodOutput<Method>>;
};

export interface DispatchOptions {
  /** Tests check outputs against the contract as well; the product does not pay for that. */
  checkOutput?: boolean;
  /** A file that the window is to ask something about: its call may be tried again. */
  fileOf?: (path: string) => FileRef;
  /** Told of faults of the program; the user sees a sentence. */
  logFault?: (method: string, error: unknown) => void;
}

export type Dispatch = (method: string, input: unknown) => Promise<Reply>;

export function createDispatch(handlers: Handlers, options: DispatchOptions = {}): Dispatch {
  return async (method, input) => {
    if (!Object.hasOwn(METHODS, method)) {
      return fail({ code: 'unknown-method', message: `程序内部错误：没有名为 ${method} 的操作。` });
    }
    const name = method as MethodName;
    const parsed = METHODS[name].input.safeParse(input ?? {});
    if (!parsed.success) {
      const details = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), problem: issue.message }));
      return fail({ code: 'bad-request', message: `程序内部错误：操作 ${method} 收到的参数不对。`, details });
    }
    try {
      const value = await (handlers[name] as (args: unknown) => unknown)(parsed.data);
      if (options.checkOutput) METHODS[name].output.parse(value);
      return { ok: true, value };
    } catch (error) {
      if (error instanceof AppError) {
        const details = error.code === 'password-needed' ? askedFile(error.details, options) : error.details;
        return fail({ code: error.code, message: error.message, ...(details === undefined ? {} : { details }) });
      }
      options.logFault?.(method, error);
      const reason = error instanceof Error ? error.message : String(error);
      return fail({
        code: 'internal',
        message: `程序出错，这一步没有完成，已保存的内容不受影响。请记下这句话反馈给我们：${method}：${reason}`,
      });
    }
  };
}

function fail(error: ReplyError): Reply {
  return { ok: false, error };
}

/** The window has no paths: it gets the file. */
function askedFile(details: unknown, { fileOf }: DispatchOptions): { file: FileRef } | undefined {
  const { path } = details as { path: string };
  return fileOf && { file: fileOf(path) };
}
