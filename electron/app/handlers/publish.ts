// 发布 to a province's database, where the program around the app can.
import type { Publisher } from '#electron/publish/plan.ts';
import { publishedPlan } from '#electron/services/publish.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

export function publishHandlers(context: AppContext, publisher?: Publisher): Pick<Handlers, 'publish.write'> {
  return {
    'publish.write': ({ asOf, ...target }) => {
      if (!publisher) throw new AppError('not-found', '这里不能发布到数据库。请用命令 xianjie publish。');
      return publisher(publishedPlan(context.session(), asOf, context.version), target);
    },
  };
}
