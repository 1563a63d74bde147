import { del, post } from './api.js';
import { el, whenChanged } from './dom.js';
import { plural, words } from './format.js';

/** Each kind of fault: what it does, and which field it needs. */
const KINDS = [
  ['ACCEPT_THEN_DROP', 'Take the messages, then close the connection'],
  ['ACCEPT_THEN_TIMEOUT', 'Take the messages and never answer'],
  ['RESET_BEFORE_READING', 'Reset the connection, take nothing'],
  ['HTTP_STATUS', 'Answer an HTTP status', 'status', '503'],
  ['RATE_LIMIT', 'Answer 429', 'retryAfter', 'PT30S'],
  ['PROVIDER_CODE', 'Answer the provider’s own code', 'code', '-3'],
  ['DELAY', 'Answer late', 'duration', 'PT10S'],
  ['SLOW_DRIP', 'Answer a byte at a time', 'duration', 'PT0.1S'],
  ['HTML_PAGE', 'Answer 200 with an HTML page'],
  ['EMPTY', 'Answer 200 with no body'],
  ['TRUNCATED', 'Answer half of the body'],
  ['CUT_CONNECTION', 'Close the connection in the middle of the answer'],
  ['GARBAGE', 'Answer random bytes'],
  ['OVERSIZE', 'Answer a flood', 'bytes', '67108864'],
];
const FIELD_LABELS = {
  status: 'HTTP status', retryAfter: 'Retry after (duration)', code: 'Code', duration: 'Duration', bytes: 'Bytes',
};
const MODES = [
  ['ALWAYS', 'every request'], ['FIRST', 'the first n'], ['NTH', 'only the nth'], ['EVERY', 'every nth'],
  ['PROBABILITY', 'with a probability'],
];
const OPERATIONS = ['send', 'status', 'balance', 'inbox', 'block', 'blockStatus', 'expiry', 'sentCount', 'serverTime', 'service'];

const choice = (name, pairs) => el('select', { name }, ...pairs.map(([value, label]) => el('option', { value }, label)));
const field = (label, control) => el('label', { class: 'field' }, el('span', {}, label), control);

/** The faults in force, and a form for one more. */
export function createFaults({ providers, onProblem }) {
  const inForce = el('ul', { class: 'cards' });
  const form = createForm(providers, onProblem);
  const root = el('div', {}, el('h3', {}, 'In force'), inForce, el('h3', {}, 'Make something go wrong'), form);

  const show = whenChanged((faults) => {
    inForce.replaceChildren(...(faults.length ? faults.map(card) : [el('li', { class: 'muted' }, 'Nothing goes wrong just now.')]));
  });

  function card(fault) {
    const what = KINDS.find(([kind]) => kind === fault.what.kind)[1];
    return el('li', { class: 'card', 'data-fault': fault.id },
      el('p', {}, el('strong', {}, what), specifics(fault.what)),
      el('p', { class: 'muted' }, `${where(fault.where)} · ${when(fault.when)} · hit ${plural(fault.hits, 'time')}`),
      el('button', { type: 'button', class: 'quiet', onclick: () => del(`/api/faults/${fault.id}`).catch(onProblem) }, 'Remove'));
  }
  return { root, show };
}

function specifics({ status, code, duration, retryAfter }) {
  const value = status ?? code ?? duration ?? retryAfter;
  return value === null || value === undefined ? '' : ` ${value}`;
}

function where({ provider, operation, recipient, path }) {
  const places = [provider ?? 'all providers', operation, path, recipient && `to ${recipient}`];
  return places.filter(Boolean).join(', ');
}

function when({ mode, n, probability, remaining }) {
  const text = { ALWAYS: 'every request', FIRST: `the first ${n}`, NTH: `request ${n}`, EVERY: `every ${n}th`,
    PROBABILITY: `with probability ${probability}` }[mode];
  return remaining === null ? text : `${text}, ${remaining} left`;
}

function createForm(providers, onProblem) {
  const kind = choice('kind', KINDS.map(([value, label]) => [value, label]));
  const parameter = el('input', { name: 'parameter', autocomplete: 'off' });
  const parameterField = field('', parameter);
  const mode = choice('mode', MODES);
  const n = el('input', { name: 'n', type: 'number', min: 0, step: 'any', value: '1' });
  const nField = field('n', n);
  const form = el('form', { class: 'form', onsubmit: submit },
    field('What', kind), parameterField,
    field('Provider', choice('provider', [['', 'all providers'], ...providers.map((id) => [id, id])])),
    field('Operation', choice('operation', [['', 'all'], ...OPERATIONS.map((word) => [word, word])])),
    field('Recipient (regular expression)', el('input', { name: 'recipient', placeholder: 'any', autocomplete: 'off', spellcheck: 'false' })),
    field('When', mode), nField,
    field('Messages are taken', choice('accepted', [['', 'as is usual for it'], ['true', 'yes'], ['false', 'no']])),
    el('div', { class: 'row' },
      el('button', { type: 'submit', class: 'primary' }, 'Put in force'),
      el('button', { type: 'button', class: 'quiet', onclick: () => del('/api/faults').catch(onProblem) }, 'Remove all')));

  function adapt() {
    const [, , name, example] = KINDS.find(([value]) => value === kind.value);
    parameterField.hidden = !name;
    parameterField.firstChild.textContent = FIELD_LABELS[name] ?? '';
    parameter.value = example ?? '';
    adaptMode();
  }

  function adaptMode() {
    nField.hidden = mode.value === 'ALWAYS';
    nField.firstChild.textContent = mode.value === 'PROBABILITY' ? 'Probability (0 to 1)' : 'n';
    n.value = mode.value === 'PROBABILITY' ? '0.5' : '1';
  }

  function submit(event) {
    event.preventDefault();
    const values = new FormData(form);
    const name = KINDS.find(([value]) => value === kind.value)[2];
    const what = { kind: kind.value };
    if (name) what[name] = ['status', 'bytes'].includes(name) ? Number(parameter.value) : parameter.value;
    if (values.get('accepted')) what.accepted = values.get('accepted') === 'true';
    const where = {};
    for (const key of ['provider', 'operation', 'recipient']) if (values.get(key)) where[key] = values.get(key);
    const when = { mode: mode.value };
    if (mode.value === 'PROBABILITY') when.probability = Number(n.value);
    else if (mode.value !== 'ALWAYS') when.n = Number(n.value);
    post('/api/faults', { where, when, what }).catch(onProblem);
  }

  kind.addEventListener('change', adapt);
  mode.addEventListener('change', adaptMode);
  adapt();
  return form;
}
