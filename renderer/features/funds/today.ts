// The day from which as-of days start.

/** Today on this machine as 'YYYY-MM-DD'. */
export function today(): string {
  return new Date().toLocaleDateString('sv-SE');
}
