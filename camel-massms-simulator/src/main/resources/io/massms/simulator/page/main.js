import { get, listen } from './api.js';
import { createConditions } from './conditions.js';
import { createConversation } from './conversation.js';
import { detailsView } from './details.js';
import { $, el, options, whenChanged } from './dom.js';
import { createFaults } from './faults.js';
import { STATE_NAMES, isWaiting, stateLabel, threadKey } from './format.js';
import { bindKeys } from './keyboard.js';
import { createDuplicates, numbersView } from './numbers.js';
import { createTabs } from './tabs.js';
import { createThreads } from './threads.js';
import { welcomeView } from './welcome.js';

const PAGE = 50;
const MOST = 1000;
const filters = { q: '', provider: '', account: '', state: '' };
const view = { thread: null, messageId: null, threads: PAGE, entries: PAGE, window: 'PT5M' };
const [about, magicNumbers] = await Promise.all([get('/api/about'), get('/api/magic-numbers')]);
const providers = Object.keys(about.baseUrls);
const magic = Object.fromEntries(magicNumbers.flatMap(({ trait, colombia, argentina }) => [[colombia, trait], [argentina, trait]]));

const live = $('live');
const showLive = (state) => { live.dataset.state = state; live.textContent = state; };
const problem = (error) => {
  live.dataset.state = 'problem';
  live.textContent = error.message;
  setTimeout(() => { if (live.textContent === error.message) showLive('live'); }, 8000);
};
const threads = createThreads($('threads'), { onSelect: openThread, onMore: () => { view.threads = Math.min(MOST, view.threads + PAGE); refresh(); } });
const conversation = createConversation($('conversation'), {
  onSelectMessage: (id) => { openMessage(id); go('tools'); },
  onEarlier: () => { view.entries = Math.min(MOST, view.entries * 2); refresh(); },
  onProblem: problem,
  onBack: () => go('threads'),
});
const faults = createFaults({ providers, onProblem: problem });
const conditions = createConditions({ providers, onProblem: problem });
const duplicates = createDuplicates({
  onOpen: openDuplicate,
  onWindow: (window) => { view.window = window; refresh(); },
});
const messagePanel = el('div');
const TABS = [
  ['message', 'Message', messagePanel],
  ['faults', 'Faults', faults.root],
  ['duplicates', 'Duplicates', duplicates.root],
  ['conditions', 'Conditions', conditions.root],
  ['numbers', 'Numbers', numbersView(magicNumbers)],
];
const tabs = createTabs(TABS, (name) => { if (name === 'conditions') conditions.refresh().catch(problem); });

function go(pane) {
  document.body.dataset.pane = pane;
  for (const button of document.querySelectorAll('.switcher button')) {
    button.setAttribute('aria-current', String(button.dataset.go === pane));
  }
}

function openThread({ provider, number }) {
  view.thread = { provider, number };
  view.messageId = null;
  view.entries = PAGE;
  history.replaceState(null, '', `#/${encodeURIComponent(provider)}/${encodeURIComponent(number)}`);
  go('conversation');
  refresh();
}

function openMessage(id) {
  view.messageId = id;
  tabs.open('message');
  refresh();
}

async function openDuplicate(id) {
  try {
    const { provider, to } = await get(`/api/messages/${id}`);
    openThread({ provider, number: to });
    openMessage(id);
  } catch (error) {
    problem(error);
  }
}

function fromLocation() {
  const [, provider, number] = location.hash.split('/');
  if (providers.includes(provider) && number) openThread({ provider, number: decodeURIComponent(number) });
}

let refreshing = null;
let again = false;

/** Fetches and shows everything on the screen; calls that come meanwhile make one more round. */
function refresh() {
  if (refreshing) {
    again = true;
    return;
  }
  refreshing = round().catch(problem).finally(() => {
    refreshing = null;
    if (again) {
      again = false;
      setTimeout(refresh, 100);
    }
  });
}

async function round() {
  const [page, doubled, broken, senders] = await Promise.all([
    get('/api/threads', { ...filters, limit: view.threads }),
    get('/api/duplicates', { window: view.window, limit: 100 }),
    get('/api/faults'),
    get('/api/senders'),
  ]);
  showAccounts(senders);
  duplicates.show(doubled);
  faults.show(broken);
  tabs.badge('duplicates', doubled.total);
  tabs.badge('faults', broken.length);
  const filtered = Object.values(filters).some(Boolean);
  if (view.welcomed && page.items.length) {
    view.welcomed = false;
    if (!view.thread) go('threads');
  }
  if (!view.thread && page.items.length && matchMedia('(min-width: 60rem)').matches) view.thread = page.items[0];
  const selected = view.thread && threadKey(view.thread);
  threads.show(page, selected, doubledKeys(doubled), filtered);
  if (view.thread) await showConversation(doubled);
  else if (page.items.length === 0 && !filtered) welcome();
  else conversation.showInstead('choose', () => el('p', { class: 'pick' }, 'Choose a conversation.'));
  await showMessage();
  if (tabs.current() === 'conditions') await conditions.refresh();
}

/** On a phone it takes the place of the empty list, until something comes. */
function welcome() {
  conversation.showInstead('welcome', () => welcomeView(about));
  if (document.body.dataset.pane === 'threads' && !view.welcomed) {
    view.welcomed = true;
    go('conversation');
  }
}

const doubledKeys = (doubled) => doubled.items.flatMap(({ to, providers: through }) =>
  through.map((provider) => threadKey({ provider, number: to })));

async function showConversation(doubled) {
  const [page, pushes, webhooks, recipients] = await Promise.all([
    get('/api/conversation', { ...pick(view.thread), limit: view.entries }),
    get('/api/pushes', { limit: 200 }),
    get('/api/webhooks'),
    get('/api/recipients'),
  ]);
  if (page.total === 0) {
    view.thread = null;
    view.messageId = null;
    history.replaceState(null, '', location.pathname);
    again = true;
    return;
  }
  const newest = page.items.find((entry) => entry.message);
  view.messageId ??= newest?.message.id ?? null;
  const copies = Object.fromEntries(doubled.items.flatMap(({ messageIds, count }) => messageIds.map((id) => [id, count])));
  conversation.show(pick(view.thread), page, {
    selectedId: view.messageId,
    duplicates: Object.fromEntries(page.items.filter(({ message }) => message && copies[message.id])
      .map(({ message }) => [message.id, copies[message.id]])),
    pushes: pushes.items, webhooks, recipients, magic, traits: magicNumbers.map(({ trait }) => trait),
  });
  view.waiting = page.items.some(({ message }) => message && isWaiting(message.state));
}

const pick = ({ provider, number }) => ({ provider, number });

const renderMessage = whenChanged((message) => {
  const open = new Set([...messagePanel.querySelectorAll('details[open] > summary')].map((summary) => summary.textContent));
  messagePanel.replaceChildren(...(message
    ? detailsView(message, { onProblem: problem, onDeleted: () => { view.messageId = null; refresh(); } })
    : [el('p', { class: 'muted' }, 'Choose a message to see how it came and what becomes of it.')]));
  for (const summary of messagePanel.querySelectorAll('summary')) {
    summary.parentElement.open = open.has(summary.textContent);
  }
});

async function showMessage() {
  try {
    renderMessage(view.messageId && await get(`/api/messages/${view.messageId}`));
  } catch {
    view.messageId = null;
    renderMessage(null);
  }
}

const showAccounts = whenChanged((senders) => {
  options($('account'), [...new Set(Object.values(senders).flat())].sort());
});

options($('provider'), providers);
options($('state'), STATE_NAMES, stateLabel);
let typing;
for (const name of Object.keys(filters)) {
  $(name).addEventListener(name === 'q' ? 'input' : 'change', (event) => {
    filters[name] = event.target.value.trim();
    view.threads = PAGE;
    clearTimeout(typing);
    typing = setTimeout(refresh, name === 'q' ? 150 : 0);
  });
}
for (const button of document.querySelectorAll('.switcher button')) {
  button.addEventListener('click', () => go(button.dataset.go));
}
bindKeys({
  move: threads.move,
  search: () => { go('threads'); $('q').focus(); },
  reply: () => { go('conversation'); conversation.focusReply(); },
  tab: (i) => { tabs.open(TABS[i][0]); go('tools'); },
  help: () => $('keys').showModal(),
});
tabs.open('message');
go('threads');
fromLocation();
addEventListener('hashchange', fromLocation);
listen(refresh, showLive);
setInterval(() => { if (view.waiting && !document.hidden) refresh(); }, 2000);
refresh();
document.documentElement.dataset.ready = 'yes';
