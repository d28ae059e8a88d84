// One page of 帮助: the steps of a job; each named button can be shown where it stands.
import { AimOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { HelpJob } from '#shared/help/jobs.ts';
import { useSession } from '../../session.ts';
import { pointAt } from './point-at.ts';

export function HelpJobView({ job: { title, lead, steps } }: { job: HelpJob }) {
  const session = useSession();
  return (
    <section className="xj-help-job" data-testid="help-job">
      <h3>{title}</h3>
      <p>{lead}</p>
      <ol>
        {steps.map(({ text, controls }) => (
          <li key={text}>
            {text}
            <div>
              {controls.map((control) => (
                <Button
                  key={`${control.id}${control.label}`}
                  size="small"
                  icon={<AimOutlined />}
                  onClick={() => void pointAt(session, control)}
                >
                  “{control.label}”在哪里
                  {control.when !== undefined && <span className="xj-faint">（{control.when}才有）</span>}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
