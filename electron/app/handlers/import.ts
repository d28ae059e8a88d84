// Importing sheets: previews are kept by the importer under an id until they are committed or cancelled.
import { createImporter } from '#electron/services/import/importer.ts';
import { writeMarks } from '#electron/services/import/mark-copy.ts';
import { readChoices } from '#electron/services/import/read-choices.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names =
  | 'duplicates.import'
  | 'import.inspect'
  | 'import.adjust'
  | 'import.commit'
  | 'import.cancel'
  | 'import.markProblems';

export function importHandlers(context: AppContext): {
  handlers: Pick<Handlers, Names>;
  close(): void;
} {
  const importer = createImporter((event) => context.emit(event));
  return {
    handlers: {
      'import.inspect': ({ tokens }) =>
        importer.inspect(
          context.session(),
          tokens.map((token) => context.tokens.take(token)),
        ),
      'import.adjust': ({ previewId, choices }) => importer.adjust(context.session(), previewId, readChoices(choices)),
      'import.commit': ({ previewId }) => importer.commit(context.session(), previewId),
      'duplicates.import': ({ previewId }) => importer.duplicates(context.session(), previewId),
      'import.cancel': ({ previewId }) => {
        importer.cancel(previewId);
        return {};
      },
      'import.markProblems': async ({ previewId, fileIndex, token }) => {
        const target = context.tokens.take(token);
        const result = await writeMarks(context.session(), importer.marks(previewId, fileIndex), target);
        context.lastWritten = target;
        return result;
      },
    },
    close: () => importer.cancel(null),
  };
}
