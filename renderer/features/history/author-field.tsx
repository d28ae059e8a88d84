// 操作人: the name under which changes stand in the log; where several people share an account it tells them apart.
import { Input } from 'antd';
import { useState } from 'react';
import { KEYS, useStatus } from '../../api/queries.ts';
import { useSession } from '../../session.ts';

export function AuthorField() {
  const session = useSession();
  const saved = useStatus().data?.author ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const send = (): void => {
    if (typed !== null && typed.trim() !== saved) {
      void session.attempt('正在保存', async () => {
        await session.call('app.setAuthor', { name: typed });
        await session.queries.invalidateQueries({ queryKey: KEYS.status });
      });
    }
    setTyped(null);
  };
  return (
    <label className="xj-author" htmlFor="author">
      操作人
      <Input
        id="author"
        size="small"
        maxLength={20}
        value={typed ?? saved}
        title="以后的修改记在这个名下；留空用本机登录名"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={send}
        onPressEnter={(event) => event.currentTarget.blur()}
        data-testid="author"
      />
    </label>
  );
}
