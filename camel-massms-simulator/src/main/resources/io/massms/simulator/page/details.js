import { del, put } from './api.js';
import { copyable, el } from './dom.js';
import { fullTime, plural, shortTime, stateLabel, stateMood } from './format.js';
import { requestView } from './request.js';

/** What the buttons make of a message: the states that are reported, each after how long. */
const OUTCOMES = [
  ['Delivered', 'On the handset at once', [['PT0S', 'DELIVERED']]],
  ['Failed', 'The handset cannot be reached', [['PT0S', 'UNREACHABLE']]],
  ['Late', 'Delivered in an hour', [['PT0S', 'SENT'], ['PT1H', 'DELIVERED']]],
  ['Twice', 'Reported as delivered, as pending, and as delivered again', [['PT0S', 'DELIVERED'], ['PT2S', 'SENT'], ['PT4S', 'DELIVERED']]],
  ['Never', 'No final state ever comes', [['PT0S', 'SENT']]],
];

/** Everything about one message. */
export function detailsView(message, { onProblem, onDeleted }) {
  return [
    el('div', { class: 'headline' },
      el('span', { class: `state ${stateMood(message.state)}` }, stateLabel(message.state)),
      el('span', { class: 'muted' }, `message ${message.id}`)),
    markedText(message),
    encoding(message),
    section('Delivery', timeline(message.timeline), el('div', { class: 'row', role: 'group', 'aria-label': 'Settle by hand' },
      ...OUTCOMES.map(([label, title, steps]) => el('button', {
        type: 'button', class: 'quiet', title,
        onclick: () => put(`/api/messages/${message.id}/outcome`, {
          steps: steps.map(([after, state]) => ({ after, state })),
        }).catch(onProblem),
      }, label)))),
    section('Message', facts(message)),
    section('Request', requestView(message.request)),
    el('div', { class: 'row' }, el('button', {
      type: 'button', class: 'danger',
      onclick: () => del(`/api/messages/${message.id}`).then(onDeleted, onProblem),
    }, 'Forget this message')),
  ];
}

export function section(title, ...content) {
  return el('section', {}, el('h3', {}, title), ...content);
}

/** The text with the characters that cost most marked. */
function markedText(message) {
  const culprits = new Set(message.encoding.beyondGsm);
  const parts = [];
  for (const character of message.text) {
    if (culprits.has(character)) parts.push(el('mark', { title: codePoint(character) }, character));
    else if (typeof parts.at(-1) === 'string') parts[parts.length - 1] += character;
    else parts.push(character);
  }
  return el('blockquote', { class: 'fulltext' }, ...parts);
}

function codePoint(character) {
  return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function encoding({ encoding: { name, units, unitsPerPart, parts, beyondGsm } }) {
  const unit = name === 'UCS-2' ? 'characters' : 'septets';
  const lines = [el('p', { class: 'encoding' },
    el('strong', {}, name), ` · ${units} ${unit} · ${plural(parts, 'part')} of ${unitsPerPart}`)];
  if (beyondGsm.length) {
    lines.push(el('p', { class: 'why' }, 'UCS-2 because GSM 03.38 lacks ',
      ...beyondGsm.slice(0, 12).flatMap((character, i) =>
        [i ? ', ' : '', el('mark', {}, character), ` ${codePoint(character)}`]),
      beyondGsm.length > 12 ? ` and ${beyondGsm.length - 12} more` : ''));
  }
  return el('div', {}, ...lines);
}

function timeline(steps) {
  return el('ol', { class: 'timeline' }, ...steps.map(({ time, state, reached }) =>
    el('li', { class: `${stateMood(state)} ${reached ? 'reached' : 'coming'}` },
      el('span', {}, stateLabel(state)),
      el('time', { datetime: time, title: fullTime(time) }, reached ? shortTime(time) : `at ${shortTime(time)}`))));
}

function facts(message) {
  const rows = [
    ['To', message.to],
    ['Sender', message.from],
    ['Provider', message.provider],
    ['Account', message.account],
    ['Type', message.type],
    ['Reference', message.clientId],
    ['Scheduled', message.scheduledTime && fullTime(message.scheduledTime)],
    ['Received', fullTime(message.receivedTime)],
    ['Charged', plural(message.parts, 'part')],
    ['HTML', message.html],
  ].filter(([, value]) => value);
  const id = message.providerMessageId;
  return el('dl', { class: 'facts' },
    ...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]),
    ...(id ? [el('dt', {}, 'Provider’s id'), el('dd', {}, copyable(id))] : []));
}
