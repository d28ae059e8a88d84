// 调整变更: asked for, registered, approved, given up.
import {
  approveOrder,
  changeWords,
  closeOrder,
  registerChanges,
  removeOrder,
} from '#electron/services/orders/edit-orders.ts';
import { importOrders } from '#electron/services/orders/import-orders.ts';
import { proposeOrder } from '#electron/services/orders/propose.ts';
import { countUnregistered, ordersOfProject, readMoney, readOrders } from '#electron/services/orders/read-orders.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = Extract<keyof Handlers, `orders.${string}`>;

export function orderHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'orders.read': () => readOrders(context.session()),
    'orders.count': () => ({ unregistered: countUnregistered(context.session()) }),
    'orders.ofProject': ({ id }) => ({ orders: ordersOfProject(context.session(), id) }),
    'orders.propose': ({ items, words }) => ({ id: proposeOrder(context.session(), items, words) }),
    'orders.register': ({ keys, words }) => ({ id: registerChanges(context.session(), keys, words) }),
    'orders.import': ({ token, pairs, ...options }) =>
      importOrders(context.session(), options.dryRun ? context.tokens.look(token) : context.tokens.take(token), {
        ...options,
        pairs: new Map(Object.entries(pairs).map(([row, id]) => [Number(row), id])),
      }),
    'orders.money': ({ id }) => readMoney(context.session(), id),
    'orders.approve': ({ id, ...paper }) => {
      approveOrder(context.session(), id, paper);
      return {};
    },
    'orders.close': ({ id, ...closed }) => {
      closeOrder(context.session(), id, closed);
      return {};
    },
    'orders.save': ({ id, words }) => {
      changeWords(context.session(), id, words);
      return {};
    },
    'orders.remove': ({ id }) => {
      removeOrder(context.session(), id);
      return {};
    },
  };
}
