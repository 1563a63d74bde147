import { el, whenChanged } from './dom.js';
import { plural, shortTime, stateLabel, stateMood, threadKey } from './format.js';

/** The list of conversations, a page at a time: the next one loads as its end comes into view. */
export function createThreads(root, { onSelect, onMore }) {
  const summary = el('p', { class: 'summary' });
  const list = el('ul', { role: 'listbox', 'aria-label': 'Conversations' });
  const end = el('p', { class: 'end' });
  root.replaceChildren(summary, list, end);
  new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && end.dataset.more) onMore();
  }, { root, rootMargin: '400px' }).observe(end);

  let rows = new Map();

  function row(thread, selected, duplicated) {
    const key = threadKey(thread);
    const signature = JSON.stringify([thread, selected, duplicated]);
    const known = rows.get(key);
    if (known?.signature === signature) return known;
    const node = known?.node ?? el('li', { role: 'option', onclick: () => onSelect(thread) });
    node.setAttribute('aria-selected', selected);
    node.tabIndex = selected ? 0 : -1;
    node.dataset.key = key;
    node.replaceChildren(...cells(thread, duplicated));
    return { node, signature };
  }

  function cells(thread, duplicated) {
    const { message, reply } = thread.last;
    return [
      el('span', { class: 'number' }, thread.number),
      el('time', { datetime: thread.last.time }, shortTime(thread.last.time)),
      el('span', { class: 'via' }, el('span', { class: `provider p-${thread.provider}` }, thread.provider),
        duplicated && el('span', { class: 'badge warn', title: 'The same text came more than once' }, 'duplicate')),
      el('span', { class: 'preview' }, reply ? `↩ ${reply.text}` : message.text),
      el('span', { class: 'marks' },
        message && el('span', { class: `dot ${stateMood(message.state)}`, title: stateLabel(message.state) }),
        el('span', { class: 'count' }, String(thread.messages + thread.replies))),
    ];
  }

  const show = whenChanged((page, selectedKey, duplicatedKeys, filtered) => {
    const next = new Map();
    for (const thread of page.items) {
      const key = threadKey(thread);
      next.set(key, row(thread, key === selectedKey, duplicatedKeys.includes(key)));
    }
    const nodes = [...next.values()].map((entry) => entry.node);
    const inOrder = nodes.length === list.children.length && nodes.every((node, i) => node === list.children[i]);
    if (!inOrder) {
      const focused = document.activeElement;
      list.replaceChildren(...nodes);
      if (list.contains(focused)) focused.focus({ preventScroll: true });
    }
    rows = next;
    if (!selectedKey && nodes.length) nodes[0].tabIndex = 0;
    const more = page.total > page.items.length;
    end.dataset.more = more ? 'yes' : '';
    end.textContent = more ? 'Loading more…' : '';
    summary.textContent = summarize(page.total, filtered);
  });

  function summarize(total, filtered) {
    if (total === 0) return filtered ? 'Nothing matches the filters' : 'No conversations yet';
    return plural(total, 'conversation') + (filtered ? ' match' : '');
  }

  /** Selects the neighbour of the selected conversation. */
  function move(step) {
    const nodes = [...list.children];
    if (!nodes.length) return;
    const current = nodes.findIndex((node) => node.getAttribute('aria-selected') === 'true');
    const target = nodes[Math.min(nodes.length - 1, Math.max(0, current < 0 ? 0 : current + step))];
    target.scrollIntoView({ block: 'nearest' });
    target.click();
    target.focus({ preventScroll: true });
  }

  list.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      event.target.closest('li')?.click();
    }
  });

  return { show, move };
}
