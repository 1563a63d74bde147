import { del, post, put } from './api.js';
import { el, whenChanged } from './dom.js';
import { fullTime, plural, shortTime, stateLabel, stateMood, words } from './format.js';

/** The providers that hand replies on to their clients. */
const RECEIVING = ['itcloud', 'smsmasivos'];

/** One phone: on the left what it got, on the right what it sent. */
export function createConversation(root, { onSelectMessage, onEarlier, onProblem, onBack }) {
  const number = el('h2');
  const provider = el('span', { class: 'provider' });
  const trait = el('select', { 'aria-label': 'How this number behaves' });
  const back = el('button', { type: 'button', class: 'back', 'aria-label': 'Back to the inbox', onclick: onBack }, '←');
  const head = el('header', {}, back, number, provider, el('label', { class: 'trait' }, 'Behaves', trait));
  const earlier = el('button', { type: 'button', class: 'quiet earlier', onclick: onEarlier });
  const log = el('ol', { class: 'log' });
  const scroller = el('div', { class: 'scroller' }, earlier, log);
  const text = el('textarea', { id: 'reply', rows: 2, placeholder: 'Reply as the handset', 'aria-label': 'Reply as the handset' });
  const hint = el('p', { class: 'hint' });
  const quick = ['Sí', 'No', 'BAJA'].map((word) =>
    el('button', { type: 'button', class: 'quiet', onclick: () => reply(word) }, word));
  const send = el('button', { type: 'submit', class: 'primary' }, 'Send reply');
  const composer = el('form', { class: 'composer', onsubmit: submit }, text,
    el('div', { class: 'row' }, ...quick, send), hint);
  let thread = null;
  let shownKey = null;
  let instead = null;
  let generation = 0;

  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) composer.requestSubmit();
  });
  trait.addEventListener('change', () => {
    const path = `/api/recipients/${encodeURIComponent(thread.number)}`;
    (trait.value ? put(path, { trait: trait.value }) : del(path)).catch(onProblem);
  });

  function submit(event) {
    event.preventDefault();
    if (text.value.trim()) reply(text.value).then(() => { text.value = ''; });
  }

  function reply(words) {
    return post('/api/replies', { provider: thread.provider, from: thread.number, text: words }).catch(onProblem);
  }

  const render = whenChanged((generation, current, page, context) => {
    const key = `${current.provider}/${current.number}`;
    const fresh = key !== shownKey;
    const atEnd = fresh || scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 40;
    if (fresh) text.value = '';
    shownKey = key;
    thread = current;
    number.textContent = current.number;
    provider.textContent = current.provider;
    provider.className = `provider p-${current.provider}`;
    showTraits(context.traits, context.magic[current.number], context.recipients[current.number]);
    earlier.hidden = page.total <= page.items.length;
    earlier.textContent = `Show earlier (${(page.total - page.items.length).toLocaleString()} more)`;
    log.replaceChildren(...[...page.items].reverse().map((entry) =>
      entry.message ? messageBubble(entry.message, context) : replyBubble(entry.reply, context)));
    hint.textContent = receiving(current.provider, context.webhooks);
    if (!root.contains(head)) root.replaceChildren(head, scroller, composer);
    if (atEnd) scroller.scrollTop = scroller.scrollHeight;
  });

  function showTraits(traits, magic, given) {
    trait.replaceChildren(
      el('option', { value: '' }, magic ? `${words(magic)} (magic number)` : 'as usual'),
      ...traits.map((name) => el('option', { value: name }, words(name))));
    trait.value = given ?? '';
  }

  function messageBubble(message, { selectedId, duplicates }) {
    const copies = duplicates[message.id];
    return el('li', { class: 'bubble got', 'data-message': message.id },
      el('button', {
        type: 'button', class: 'body', 'aria-pressed': String(message.id === selectedId),
        onclick: () => onSelectMessage(message.id),
      },
        el('span', { class: 'text' }, message.text),
        el('span', { class: 'meta' },
          message.from && el('span', {}, message.from),
          el('time', { datetime: message.receivedTime, title: fullTime(message.receivedTime) }, shortTime(message.receivedTime)),
          message.parts > 1 && el('span', {}, plural(message.parts, 'part')),
          el('span', { class: `state ${stateMood(message.state)}` }, stateLabel(message.state)),
          copies && el('span', { class: 'badge warn' }, `came ${copies}×`))));
  }

  function replyBubble(reply, { pushes }) {
    const push = pushes.find((attempt) => attempt.replyId === reply.id);
    return el('li', { class: 'bubble sent', 'data-reply': reply.id },
      el('div', { class: 'body' },
        el('span', { class: 'text' }, reply.text),
        el('span', { class: 'meta' },
          el('time', { datetime: reply.time, title: fullTime(reply.time) }, shortTime(reply.time)),
          el('span', { class: `state ${reply.read || pushed(push) ? 'good' : 'wait'}` }, consumption(reply, push)))));
  }

  const pushed = (push) => push?.status >= 200 && push?.status < 300;

  function consumption(reply, push) {
    if (reply.read) return 'Fetched and marked as read';
    if (!RECEIVING.includes(reply.provider)) return 'Seen here only';
    if (!push) return reply.provider === 'itcloud' ? 'Not pushed' : 'Not fetched yet';
    return pushed(push) ? `Pushed (HTTP ${push.status})` : `Push failed: ${push.error ?? `HTTP ${push.status}`}`;
  }

  function receiving(name, webhooks) {
    if (!RECEIVING.includes(name)) return `${name} has no way to hand replies on: they will be seen here only.`;
    if (webhooks[name]) return `Replies are pushed to ${webhooks[name]}`;
    return name === 'itcloud'
      ? 'itcloud only pushes replies: set a webhook under Conditions.'
      : 'Replies wait in the inbox, for polling over HTTP or SOAP; a webhook can be set under Conditions.';
  }

  /** Shows something else in place of a conversation. */
  function showInstead(name, build) {
    if (instead === name) return;
    instead = name;
    shownKey = null;
    generation += 1;
    root.replaceChildren(build());
  }

  return {
    show: (...data) => {
      instead = null;
      render(generation, ...data);
    },
    showInstead,
    focusReply: () => { if (root.contains(text)) text.focus(); },
  };
}
