import { barChart, lineChart } from './chart.js';
import { $, el, whenChanged } from './dom.js';
import { number, plural, shortTime, words } from './format.js';

const OUTCOMES = ['accepted', 'rejected', 'uncertain'];
const PHASES = {
  RUNNING: ['Running', 'good'], HELD_UP: ['Held up', 'wait'], STOPPED: ['Stopped', 'wait'], BROKEN_OFF: ['Broke off', 'bad'],
  DONE: ['Done', 'good'], REFUSED: ['Refused', 'bad'],
};

const empty = (text) => el('p', { class: 'empty' }, text);
const unreadable = () => el('p', { class: 'empty wait' }, 'Not known: the gateway cannot read its database; its log tells why');
const show = (id, ...nodes) => $(id).replaceChildren(...nodes.filter(Boolean));
const list = (items) => el('ul', { class: 'list' }, items);
const button = (label, kind, action) => el('button', { type: 'button', class: kind, onclick: action }, label);

export const balance = whenChanged((balances) => {
  if (balances.length === 0) return show('balance', empty('The provider has not been asked yet'));
  const points = balances.map(({ time, balance: value }) => ({ time, value })).reverse();
  show('balance',
    el('p', { class: 'figure' }, number(balances[0].balance)),
    points.length > 1 ? lineChart('Balance', points) : el('p', { class: 'muted' }, `at ${shortTime(balances[0].time)}`));
});

export const minutes = whenChanged((points) => {
  const sum = (part) => points.reduce((total, point) => total + point[part], 0);
  show('minutes',
    barChart('Messages per minute', points, OUTCOMES),
    el('p', { class: 'legend' }, OUTCOMES.map((part) => el('span', { class: part }, `${number(sum(part))} ${part}`))));
});

/** The buttons do something only with the token, so without it they are not there. */
export const campaigns = whenChanged((all, allowed, act) => {
  if (all.length === 0) return show('campaigns', empty('None in the last seven days'));
  show('campaigns', list(all.map((campaign) => {
    const [label, mood] = PHASES[campaign.phase];
    const { accepted, rejected, uncertain, skipped } = campaign.counts;
    const rows = accepted + rejected + uncertain + skipped;
    const expected = campaign.phase === 'DONE' ? rows : Math.max(rows, campaign.expectedRows);
    const counts = [`${number(rows)} of ${plural(expected, 'row')}`, `${number(accepted)} accepted`, `${number(rejected)} rejected`, `${number(uncertain)} uncertain`];
    if (skipped > 0) counts.push(`${number(skipped)} skipped`);
    if (campaign.phase === 'RUNNING') counts.push(`${number(Math.round(campaign.rowsPerSecond))} rows/s`);
    return el('li', { 'data-campaign': campaign.name },
      el('p', {}, el('span', { class: 'name' }, campaign.name), el('span', { class: `state ${mood}` }, label)),
      allowed && (campaign.phase === 'HELD_UP' || campaign.phase === 'RUNNING') ? el('p', { class: 'buttons' },
        campaign.phase === 'HELD_UP' ? button('Try now', 'quiet', () => act(campaign.name, 'goOn')) : null,
        button('Cancel', 'danger', () => act(campaign.name, 'cancel'))) : el('span'),
      el('progress', { max: 1, value: expected === 0 ? 1 : rows / expected, 'aria-label': `Progress of ${campaign.name}` }),
      el('p', { class: 'detail' }, counts.join(' · ')),
      campaign.trouble ? el('p', { class: 'detail wait' }, campaign.trouble) : null);
  })));
});

export const uncertain = whenChanged((all, allowed, act) => {
  if (all === null) return show('uncertain', unreadable());
  if (all.length === 0) return show('uncertain', empty('No message'));
  show('uncertain',
    el('p', { class: 'muted' }, 'Nobody knows whether these were sent, and they are not sent again. Find out at the provider, then settle them.'),
    list(all.map((message) => el('li', { 'data-message': message.id },
      el('p', {}, el('span', { class: 'name' }, message.to), el('span', { class: 'state wait' }, message.error ? words(message.error) : 'unknown')),
      allowed ? el('p', { class: 'buttons' },
        button('It was sent', 'quiet', () => act(message.id, 'sent')),
        button('It was not', 'danger', () => act(message.id, 'notSent'))) : el('time', {}, shortTime(message.created)),
      el('p', { class: 'detail' }, [shortTime(message.created), message.clientId, message.reason].filter(Boolean).join(' · '))))));
});

export const held = whenChanged((entries, count, allowed, cancel) => {
  if (entries === null) return show('held', unreadable());
  if (count === 0) return show('held', empty('No message. What the provider schedules itself is not held here.'));
  show('held',
    entries.length < count ? el('p', { class: 'muted' }, `${number(entries.length)} of ${plural(count, 'request')}`) : null,
    list(entries.map((entry) => el('li', { 'data-held': entry.id },
      el('p', {}, el('span', { class: 'name' }, entry.to), entry.count > 1 ? ` and ${number(entry.count - 1)} more` : null),
      el('p', { class: 'buttons' }, el('time', {}, shortTime(entry.due)),
        allowed ? button('Cancel', 'danger', () => cancel(entry.id)) : null),
      el('p', { class: 'text' }, entry.text),
      el('p', { class: 'detail' }, [entry.clientId, entry.attempt > 0 ? `tried ${plural(entry.attempt, 'time')}` : null].filter(Boolean).join(' · '))))));
});

export const failures = whenChanged((all) => {
  if (all.length === 0) return show('failures', empty('None in the last seven days'));
  show('failures', list(all.map(({ error, count, last }) => el('li', {},
    el('p', { class: 'name' }, words(error)), el('span', { class: 'number' }, `${number(count)}, last ${shortTime(last)}`)))));
});

export const replies = whenChanged((all) => {
  if (all.length === 0) return show('replies', empty('None in the last seven days'));
  show('replies', list(all.map((reply) => el('li', {},
    el('p', { class: 'name' }, reply.from), reply.receivedTime ? el('time', {}, shortTime(reply.receivedTime)) : el('span'),
    el('p', { class: 'text' }, reply.text)))));
});
