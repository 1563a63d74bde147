import * as api from './api.js';
import { $ } from './dom.js';
import * as panels from './panels.js';

const INTERVAL = 2000;
const MODES = {
  REAL: 'messages are real',
  SIMULATED: 'simulated, nothing is really sent',
  DRY_RUN: 'dry run, nothing is sent',
};

/** Only in this page's memory: gone with the tab. */
let token = '';

async function refresh() {
  try {
    show(await api.overview());
    live('live', 'live');
  } catch (problem) {
    live('problem', problem.message === 'Failed to fetch' ? 'the gateway does not answer' : problem.message);
  }
  document.documentElement.dataset.ready = 'yes';
}

function show(overview) {
  const allowed = overview.buttons && token !== '';
  $('who').textContent = `${overview.provider}: ${MODES[overview.mode]}`;
  $('key').hidden = !overview.buttons;
  panels.balance(overview.balances);
  panels.minutes(overview.minutes);
  panels.campaigns(overview.campaigns, allowed, (name, what) => act(() => api.campaign(name, what, token)));
  panels.uncertain(overview.uncertain, allowed, (id, outcome) => act(() => api.settle(id, outcome, token)));
  panels.held(overview.held, overview.heldCount, allowed, (id) => act(() => api.cancelHeld(id, token)));
  panels.failures(overview.failures);
  panels.replies(overview.replies);
}

async function act(action) {
  try {
    await action();
    await refresh();
  } catch (problem) {
    live('problem', problem.message);
  }
}

function live(state, text) {
  $('live').dataset.state = state;
  $('live').textContent = text;
}

$('key').addEventListener('submit', (event) => event.preventDefault());
$('token').addEventListener('input', (event) => {
  token = event.target.value;
  refresh();
});

await refresh();
setInterval(refresh, INTERVAL);
