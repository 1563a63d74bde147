import { createAccounts } from './accounts.js';
import { del, get, post, put } from './api.js';
import { el, whenChanged } from './dom.js';
import { fullTime } from './format.js';

const PUSHING = ['itcloud', 'smsmasivos'];
const STEPS = [['PT1M', '+1 min'], ['PT1H', '+1 hour'], ['P1D', '+1 day']];

/** What the providers' answers depend on: clock, accounts, balances, maintenance, webhooks; and the button that clears it all. */
export function createConditions({ providers, onProblem }) {
  const now = el('output', { class: 'clock' });
  const freeze = el('button', { type: 'button', class: 'quiet' });
  const accounts = createAccounts({ providers, act });
  const hooks = el('div');
  const root = el('div', {},
    el('h3', {}, 'Clock'), now,
    el('div', { class: 'row' },
      ...STEPS.map(([duration, label]) => el('button', {
        type: 'button', class: 'quiet', onclick: () => act(post('/api/clock/advance', { duration })),
      }, label)),
      freeze,
      el('button', { type: 'button', class: 'quiet', onclick: () => act(del('/api/clock')) }, 'Real time')),
    setForm(),
    el('h3', {}, 'Accounts'), accounts.root,
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

  const showHooks = whenChanged((webhooks) => {
    hooks.replaceChildren(...PUSHING.map((id) => el('label', { class: 'field' }, el('span', {}, id), el('input', {
      type: 'url', value: webhooks[id] ?? '', placeholder: 'http://localhost:8080/sms', spellcheck: 'false',
      onchange: (event) => act(event.target.value
        ? put(`/api/webhooks/${id}`, { url: event.target.value })
        : del(`/api/webhooks/${id}`)),
    }))));
  });

  function setForm() {
    const time = el('input', { type: 'datetime-local', step: 1, required: true, 'aria-label': 'Set the clock to' });
    return el('form', {
      class: 'row', onsubmit: (event) => {
        event.preventDefault();
        act(put('/api/clock', { instant: new Date(time.value).toISOString() }));
      },
    }, time, el('button', { type: 'submit', class: 'quiet' }, 'Set the clock'));
  }

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
    const [time, known, balances, maintenance, webhooks] = await Promise.all([
      get('/api/clock'), get('/api/accounts'), get('/api/balances'), get('/api/maintenance'), get('/api/webhooks')]);
    clock = { ...time, at: performance.now() };
    tick();
    accounts.show(known, balances, maintenance);
    showHooks(webhooks);
  }

  return { root, refresh };
}
