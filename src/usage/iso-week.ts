const DAY_MS = 86_400_000;

/**
 * The ISO 8601 week of a moment in UTC, as `2026-W09`. A week belongs to the year of its Thursday, so the first days
 * of January can be in the last week of the year before.
 */
export function isoWeek(moment: Date): string {
  const thursday = thursdayOf(moment);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** The month that an ISO week belongs to, as `2026-02`: that of its Thursday, so each week is in one month. */
export function monthOfWeek(week: string): string {
  const [year = "", number = ""] = week.split("-W");
  const january4 = new Date(Date.UTC(Number(year), 0, 4));
  const thursday = new Date(thursdayOf(january4).getTime() + (Number(number) - 1) * 7 * DAY_MS);
  return thursday.toISOString().slice(0, 7);
}

function thursdayOf(moment: Date): Date {
  const day = Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate());
  const weekday = (moment.getUTCDay() + 6) % 7;
  return new Date(day + (3 - weekday) * DAY_MS);
}
