// 文稿核对: works with an open workbook and without one.
import { createProofs } from '#electron/services/proof/proofs.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = Extract<keyof Handlers, `proof.${string}`>;

export function proofHandlers(context: AppContext): Pick<Handlers, Names> {
  const proofs = createProofs();
  const data = () => (context.current() ? context.session().planData() : null);
  const workbook = () => context.current()?.file.path ?? null;
  const write = async <T>(token: string, writer: (target: string) => Promise<T>): Promise<T> => {
    const target = context.tokens.take(token);
    const result = await writer(target);
    context.lastWritten = target;
    return result;
  };
  return {
    'proof.file': ({ token }) => proofs.ofFile(context.tokens.take(token), data()),
    'proof.text': ({ text }) => proofs.ofText(text, data()),
    'proof.again': ({ id }) => proofs.again(id, data()),
    'proof.mark': ({ id, token }) => write(token, (target) => proofs.mark(id, target, workbook(), new Date())),
    'proof.list': ({ id, token }) => write(token, (target) => proofs.list(id, target, workbook())),
    'proof.pdf': ({ id, token }) => write(token, (target) => proofs.pdf(id, target, workbook(), new Date())),
    'proof.paper': async ({ id }) => {
      const { html, sheet } = proofs.print(id, new Date());
      if (!context.shell.printHtml) return { html };
      await context.shell.printHtml(html, sheet);
      return { html: null };
    },
  };
}
