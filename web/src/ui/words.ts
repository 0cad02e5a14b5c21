const language = "en";
const locale =
  typeof navigator !== "undefined" && navigator.language.startsWith(language) ? navigator.language : language;

const DAY = 86_400_000;
const UNITS = ["B", "KiB", "MiB", "GiB", "TiB"];

/** Local times are instants whose UTC reading is the clock on the wall, so all formats below say UTC. */
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });

const month = format({ month: "long", year: "numeric" });
const day = format({ weekday: "short", day: "numeric", month: "short" });
const moment = format({ dateStyle: "long", timeStyle: "short" });
const fullDay = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const clock = format({ hour: "numeric", minute: "2-digit" });

/** The month of a time bucket, like "March 2019". */
export const monthName = (key: string) => month.format(new Date(`${key}T00:00:00Z`));

export const dayName = (localTime: number) => fullDay.format(localTime);

export const clockTime = (localTime: number) => clock.format(localTime);

export const momentOf = (localTime: number) => moment.format(localTime);

/** "Today", "Yesterday" or a short date; the year stands in the month's header. */
export function dayLabel(localTime: number, now = Date.now()): string {
  const today = Math.floor((now - new Date(now).getTimezoneOffset() * 60_000) / DAY);
  const age = today - Math.floor(localTime / DAY);
  return age === 0 ? "Today" : age === 1 ? "Yesterday" : day.format(localTime);
}

/** "1 photo", "2,000 photos". */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString(locale)} ${number === 1 ? noun : plural}`;
}

export function bytes(size: number): string {
  const unit = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, size)) / 10));
  const value = size / 2 ** (10 * unit);
  return `${value.toLocaleString(locale, { maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 })} ${UNITS[unit]}`;
}

/** The length of a video, like "0:09" or "1:02:03". */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}
