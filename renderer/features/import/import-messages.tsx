// What went wrong with the import or with single files: each stays until it is closed; the other files go on.
import { Alert } from 'antd';
import type { ImportFlow } from './import-flow.ts';
import type { ImportState } from './import-state.ts';

export function ImportMessages({ flow, state }: { flow: ImportFlow; state: ImportState }) {
  const files = [...state.refused, ...(state.preview?.unreadable ?? [])];
  if (files.length === 0 && state.error === null) return null;
  return (
    <div className="xj-imp-messages">
      {state.error !== null && (
        <Alert
          type="error"
          showIcon
          data-testid="import-error"
          title={state.error}
          closable={{ onClose: () => flow.state.set({ error: null }) }}
        />
      )}
      {files.map(({ file, message }, index) => (
        <Alert
          // Two files of one name may come from two folders.
          key={`${String(index)}/${file}`}
          type="warning"
          showIcon
          closable
          data-testid="import-unreadable"
          title={
            message.startsWith(`“${file}”`) ? (
              message
            ) : (
              <>
                <b>{file}</b>：{message}
              </>
            )
          }
        />
      ))}
    </div>
  );
}
