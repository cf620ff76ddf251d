/** The month `count` months before (or, below zero, after) another, as `2026-02`. */
export function monthBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const since0 = 12 * year + number - 1 - count;
  return `${Math.floor(since0 / 12)}-${String((since0 % 12) + 1).padStart(2, "0")}`;
}

/** `count` months in a row, from old to new, of which `last` is the last. */
export function monthsUntil(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => monthBefore(last, count - 1 - index));
}

/** A month as people say it: `februari 2026`. */
export function monthName(month: string): string {
  return MONTH_NAME().format(new Date(`${month}-01T00:00:00Z`));
}

/** A month whose year is told by another: `februari`. */
export function monthNameWithoutYear(month: string): string {
  return BARE_MONTH_NAME().format(new Date(`${month}-01T00:00:00Z`));
}

/** The same for a chart: `feb`. */
export function shortMonthNameWithoutYear(month: string): string {
  return SHORT_BARE_NAME().format(new Date(`${month}-01T00:00:00Z`));
}

/** A month for a chart: `feb 26`. */
export function shortMonthName(month: string): string {
  return SHORT_NAME().format(new Date(`${month}-01T00:00:00Z`));
}

/** A day as people say it: `9 maart 2026`. */
export function dayName(date: string): string {
  return DAY_NAME().format(new Date(`${date}T00:00:00Z`));
}

const MONTH_NAME = dateFormat({ month: "long", year: "numeric" });
const SHORT_NAME = dateFormat({ month: "short", year: "2-digit" });
const BARE_MONTH_NAME = dateFormat({ month: "long" });
const SHORT_BARE_NAME = dateFormat({ month: "short" });
const DAY_NAME = dateFormat({ day: "numeric", month: "long", year: "numeric" });

/** Made when it is first asked for, and once: making them takes longer than all that is done with them. */
function dateFormat(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  let made: Intl.DateTimeFormat | undefined;
  return () => {
    made ??= new Intl.DateTimeFormat("nl-NL", { ...options, timeZone: "UTC" });
    return made;
  };
}
