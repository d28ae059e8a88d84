// The password of a workbook: given for a file that has one, set, changed or taken away on the open one.
import { basename } from 'node:path';
import { unlock } from '#electron/db/cipher/keyring.ts';
import { setPassword } from '#electron/services/set-password.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';
import { openWorkbookSession } from './workbook.ts';

export function passwordHandlers(context: AppContext): Pick<Handlers, 'files.unlock' | 'workbook.setPassword'> {
  return {
    'files.unlock': ({ token, password }) => {
      const path = context.tokens.look(token);
      if (!unlock(path, password)) {
        throw new AppError(
          'invalid-input',
          `密码不对，打不开“${basename(path)}”。请看大小写和输入法，再输入一次；确定没有错的话，可能是文件头损坏了，请用备份恢复。`,
        );
      }
      return {};
    },
    'workbook.setPassword': async ({ password }) => {
      const { file } = context.session();
      const { path } = file;
      if (file.readOnly !== null)
        throw new AppError('read-only', `工作簿“${basename(path)}”不能修改：${file.readOnly}。`);
      // Nothing else may read it meanwhile: a backup under way is waited for.
      await context.care.settled();
      context.closeSession();
      try {
        setPassword(path, password);
      } finally {
        openWorkbookSession(context, path);
      }
      return context.session().status();
    },
  };
}
