// The target of a task: 森林覆盖率 ≥65% in one cell or in three. Both ways give the same parts, so a printed form comes in as it
// went out.

export interface TaskGoal {
  measure: string;
  goal: string;
  unit: string;
}

/** A number with its sign, or several with slashes (100/50/100): what a unit may stand behind. */
const NUMBER = /^[≥≤><=]?\d[\d.,/～~—-]*$/;
const UNIT = /^[^\s\d]*$/;
const IN_ONE = /^(?:(.*\S)\s+)?([≥≤><=]?\d[\d.,/～~—-]*)([^\s\d]*)$/su;

/** As the form shows it. */
export function goalText({ measure, goal, unit }: TaskGoal): string {
  return [measure, `${goal}${unit}`].filter((part) => part !== '').join(' ');
}

/** ≥ 65 as ≥65. */
function close(text: string): string {
  return text.replace(/([≥≤><=])\s+(?=\d)/g, '$1');
}

/** The parts of what was written; what is no number with a unit stays a text. */
export function normalGoal({ measure, goal, unit }: TaskGoal): TaskGoal {
  const plain = close(goal).trim();
  if (NUMBER.test(plain) && UNIT.test(unit)) return { measure: measure.trim(), goal: plain, unit };
  const tail = unit === '' || plain === '' || plain.includes(unit) ? plain : `${plain}（${unit}）`;
  const whole = measure.trim() === '' ? tail : tail === '' ? measure.trim() : `${measure.trim()} ${tail}`;
  const parts = IN_ONE.exec(close(whole));
  if (!parts) return { measure: '', goal: close(whole), unit: '' };
  return { measure: parts[1] ?? '', goal: parts[2] ?? '', unit: parts[3] ?? '' };
}
