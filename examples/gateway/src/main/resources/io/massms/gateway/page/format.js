const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** The time of day, with the date unless it is today. */
export function shortTime(iso) {
  const date = new Date(iso);
  const today = date.toDateString() === new Date().toDateString();
  return today ? TIME.format(date) : `${DAY.format(date)}, ${TIME.format(date)}`;
}

export const number = (value) => Number(value).toLocaleString();

/** INVALID_NUMBER → invalid number. */
export const words = (constant) => constant.toLowerCase().replaceAll('_', ' ');

export const plural = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;
