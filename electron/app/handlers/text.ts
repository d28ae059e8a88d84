// The sentences of the plan.
import { checkWording, planText, textFields } from '#electron/services/text.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

export function textHandlers(context: AppContext): Pick<Handlers, 'text.get' | 'text.check' | 'text.fields'> {
  const data = () => context.session().planData();
  return {
    'text.get': () => planText(data()),
    'text.check': (args) => checkWording(data(), args),
    'text.fields': () => textFields(data()),
  };
}
