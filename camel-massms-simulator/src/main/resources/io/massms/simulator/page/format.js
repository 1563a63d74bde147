const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** Each state as people say it, and whether it is good news. */
const STATES = {
  SCHEDULED: ['Scheduled', 'wait'],
  SENT: ['With the provider', 'wait'],
  AT_OPERATOR: ['With the operator', 'wait'],
  DELIVERED: ['Delivered', 'good'],
  UNREACHABLE: ['Unreachable', 'bad'],
  INVALID_NUMBER: ['Not a mobile number', 'bad'],
  BLOCKED: ['Blocked', 'bad'],
  NO_BALANCE: ['No balance', 'bad'],
  NOT_COVERED: ['Not covered', 'bad'],
  NOT_FOUND: ['Unknown to the provider', 'bad'],
};

export const STATE_NAMES = Object.keys(STATES);
export const stateLabel = (state) => STATES[state][0];
export const stateMood = (state) => STATES[state][1];
export const isWaiting = (state) => stateMood(state) === 'wait';

export const fullTime = (iso) => FULL.format(new Date(iso));

/** The time of day, with the date unless it is today. */
export function shortTime(iso) {
  const date = new Date(iso);
  const today = date.toDateString() === new Date().toDateString();
  return today ? TIME.format(date) : `${DAY.format(date)}, ${TIME.format(date)}`;
}

/** LANDLINE → landline, SLOW_DRIP → slow drip. */
export const words = (constant) => constant.toLowerCase().replaceAll('_', ' ');

export const plural = (count, one, many = `${one}s`) => `${count.toLocaleString()} ${count === 1 ? one : many}`;

export const threadKey = ({ provider, number }) => `${provider}/${number}`;
