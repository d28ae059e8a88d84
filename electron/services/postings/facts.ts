// What everything on the register is computed from: plan, execution, notices, holidays, settings, up to a day.
import { ruleSettings } from '#shared/checks/rule-settings.ts';
import type { Day } from '#shared/domain/execution.ts';
import { holidaysOf } from '#shared/notice/period.ts';
import type { PostingFacts } from '#shared/postings/facts.ts';
import { recordsOf } from '#shared/records/records.ts';
import type { Session } from '../session.ts';

export function postingFacts(session: Session, asOf: Day): PostingFacts {
  const data = session.planData();
  return {
    data,
    execution: session.execution(),
    postings: session.postings(),
    holidays: holidaysOf(recordsOf(data.records, 'holidays').values()),
    settings: ruleSettings(data.records),
    asOf,
  };
}
