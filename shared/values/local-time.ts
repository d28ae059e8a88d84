// Times as people of this machine read them; files keep ISO times.

const two = (value: number): string => String(value).padStart(2, '0');

/** '2026-11-22', the day on which it is here. */
export function localDay(at: string | Date): string {
  const time = new Date(at);
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** '2026-11-22 16:40' of an ISO time or a Date, in the machine's own time zone. */
export function localMinute(at: string | Date): string {
  const time = new Date(at);
  return `${localDay(time)} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** '2026年11月22日', as it stands over and under printed tables. */
export function localDate(at: string | Date): string {
  const time = new Date(at);
  return `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日`;
}

/** '2026-11-22 16:40:31' */
export function localSecond(at: string | Date): string {
  return `${localMinute(at)}:${two(new Date(at).getSeconds())}`;
}
