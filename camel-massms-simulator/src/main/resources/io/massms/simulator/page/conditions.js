import { del, get, post, put } from './api.js';
import { el, whenChanged } from './dom.js';
import { fullTime } from './format.js';

const PUSHING = ['itcloud', 'smsmasivos'];
const STEPS = [['PT1M', '+1 min'], ['PT1H', '+1 hour'], ['P1D', '+1 day']];

/** What the providers' answers depend on: clock, balances, maintenance, webhooks; and the button that clears it all. */
export function createConditions({ providers, onProblem }) {
  const now = el('output', { class: 'clock' });
  const freeze = el('button', { type: 'button', class: 'quiet' });
  const table = el('tbody');
  const hooks = el('div');
  const root = el('div', {},
    el('h3', {}, 'Clock'), now,
    el('div', { class: 'row' },
      ...STEPS.map(([duration, label]) => el('button', {
        type: 'button', class: 'quiet', onclick: () => act(post('/api/clock/advance', { duration })),
      }, label)),
      freeze,
      el('button', { type: 'button', class: 'quiet', onclick: () => act(del('/api/clock')) }, 'Real time')),
    el('h3', {}, 'Balances and maintenance'),
    el('table', { class: 'grid' }, el('thead', {}, el('tr', {},
      el('th', {}, 'Provider'), el('th', {}, 'Balance'), el('th', {}, 'Maintenance'))), table),
    el('h3', {}, 'Webhooks for replies'), hooks,
    el('h3', {}, 'Start over'),
    el('div', { class: 'row' }, resetButton()));
  let clock = null;

  freeze.addEventListener('click', () => act(put('/api/clock', { frozen: !clock.frozen })));
  setInterval(tick, 500);

  function act(promise) {
    promise.then(refresh).catch(onProblem);
  }

  function tick() {
    if (!clock || !root.isConnected) return;
    const elapsed = clock.frozen ? 0 : performance.now() - clock.at;
    now.textContent = fullTime(Date.parse(clock.instant) + elapsed) + (clock.frozen ? ' (frozen)' : '');
    freeze.textContent = clock.frozen ? 'Let it run' : 'Freeze';
  }

  const showBalances = whenChanged((balances, maintenance) => {
    table.replaceChildren(...providers.map((id) => el('tr', {},
      el('th', { scope: 'row' }, id),
      el('td', {}, el('input', {
        type: 'number', step: 'any', value: balances[id], 'aria-label': `Balance at ${id}`,
        onchange: ({ target }) => {
          if (target.value !== '') act(put(`/api/balances/${id}`, { amount: Number(target.value) }));
        },
      })),
      el('td', {}, el('input', {
        type: 'checkbox', checked: maintenance.includes(id), 'aria-label': `${id} is under maintenance`,
        onchange: (event) => act(put(`/api/maintenance/${id}`, { on: event.target.checked })),
      })))));
  });

  const showHooks = whenChanged((webhooks) => {
    hooks.replaceChildren(...PUSHING.map((id) => el('label', { class: 'field' }, el('span', {}, id), el('input', {
      type: 'url', value: webhooks[id] ?? '', placeholder: 'http://localhost:8080/sms', spellcheck: 'false',
      onchange: (event) => act(event.target.value
        ? put(`/api/webhooks/${id}`, { url: event.target.value })
        : del(`/api/webhooks/${id}`)),
    }))));
  });

  function resetButton() {
    const button = el('button', { type: 'button', class: 'danger', onclick: press, onblur: calm }, 'Reset everything');
    function press() {
      if (button.dataset.sure) {
        calm();
        act(post('/api/reset'));
      } else {
        button.dataset.sure = 'yes';
        button.textContent = 'Really? Press again';
      }
    }
    function calm() {
      delete button.dataset.sure;
      button.textContent = 'Reset everything';
    }
    return button;
  }

  async function refresh() {
    const [time, balances, maintenance, webhooks] = await Promise.all([
      get('/api/clock'), get('/api/balances'), get('/api/maintenance'), get('/api/webhooks')]);
    clock = { ...time, at: performance.now() };
    tick();
    showBalances(balances, maintenance);
    showHooks(webhooks);
  }

  return { root, refresh };
}
