// The tables of a draft against the facts of a plan: each figure whose class, year, source or place the plan knows by name.
import type { PlanData } from '#shared/records/plan-data.ts';
import { currentValue } from '#shared/text/known-figure.ts';
import { planVocabulary } from '#shared/text/scan-text.ts';
import { type Subject, subjectLabel } from '#shared/text/subject.ts';
import type { ProofFinding, ProofPlace } from '../finding.ts';
import { showValue } from '../tables/measure.ts';
import { coreOf } from './class-names.ts';
import type { ClassName, Fact } from './table-facts.ts';

export interface ProvedFacts {
  findings: ProofFinding[];
  checked: ProofPlace[];
}

/** What a name is in the plan; undefined for one that it does not know, or that may mean several things. */
function subjectNamed(name: string, data: PlanData): Subject | undefined {
  const whole = planVocabulary(data)
    .mentionsIn(name)
    .filter(({ start, end }) => coreOf(name.slice(start, end)) === coreOf(name));
  const [only, ...more] = whole.flatMap(({ subjects }) => subjects);
  return more.length === 0 ? only : undefined;
}

function planSubject(subject: Subject, names: ReadonlyMap<string, string>, data: PlanData): Subject | undefined {
  let found: Subject = {};
  if (subject.year !== undefined) {
    if (subject.year < data.plan.firstYear || subject.year > data.plan.lastYear) return undefined;
    found = { year: subject.year };
  }
  const words = [
    ...(subject.category === undefined ? [] : [names.get(subject.category) ?? subject.category]),
    ...(subject.source === undefined ? [] : [`${subject.source}资金`]),
    ...(subject.place === undefined ? [] : [subject.place]),
  ];
  for (const word of words) {
    const named = subjectNamed(word, data);
    if (!named) return undefined;
    found = { ...found, ...named };
  }
  return found;
}

/** Findings where the plan says something else than a table. Only tables are held of which the plan has most figures. */
export function provePlanFacts(facts: readonly Fact[], classes: readonly ClassName[], data: PlanData): ProvedFacts {
  const names = new Map(classes.map(({ id, name }) => [id, name]));
  const proved: ProvedFacts = { findings: [], checked: [] };
  const byTable = new Map<Fact['table'], { fact: Fact; now: number; subject: Subject }[]>();
  for (const fact of facts) {
    const { dimension } = fact.term.figure.measure;
    const kind = dimension === 'money' ? 'amount' : dimension === '个' ? 'count' : null;
    if (kind === null || fact.measure !== '' || fact.isBound) continue;
    const subject = planSubject(fact.subject, names, data);
    const now = subject && currentValue(data, kind, subject);
    if (subject === undefined || now === undefined) continue;
    const known = byTable.get(fact.table) ?? [];
    known.push({ fact, now: kind === 'count' ? now * 1_000_000 : now, subject });
    byTable.set(fact.table, known);
  }
  for (const known of byTable.values()) {
    const isRight = ({ fact: { term }, now }: (typeof known)[number]): boolean =>
      Math.abs(term.figure.value - now) <= (term.figure.measure.dimension === 'money' ? term.figure.half : 0);
    if (known.filter(isRight).length * 2 < known.length) continue;
    for (const one of known) {
      const { term } = one.fact;
      proved.checked.push(term.place);
      if (isRight(one)) continue;
      const show = (value: number): string => showValue(value, term.figure.measure);
      const difference = show(term.figure.value - one.now);
      proved.findings.push({
        ...{ rule: 'X01', level: 'error', raw: term.figure.raw, expected: show(one.now), difference },
        ...{ where: term.place, against: [], cause: null },
        message: `与工作簿不符：${term.name} ${term.figure.raw}，数据里${subjectLabel(data, one.subject)}为 ${show(one.now)}，差 ${difference}。`,
      });
    }
  }
  return proved;
}
