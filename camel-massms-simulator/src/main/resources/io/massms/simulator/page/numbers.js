import { el, whenChanged } from './dom.js';
import { fullTime, plural, words } from './format.js';

/** The magic numbers in the table that the README prints, too. */
export function numbersView(magicNumbers) {
  const columns = [['linktosms, markettext', 'linktosms'], ['itcloud', 'itcloud'], ['natalia', 'natalia'], ['smsmasivos', 'smsmasivos']];
  return el('div', {},
    el('p', {}, 'A number that ends like this behaves like this: ',
      el('code', {}, '5730099900NN'), ' (Colombia), ', el('code', {}, '11999000NN'), ' (Argentina, in national form or as ', el('code', {}, '+54 9 11 999000NN'), ').'),
    el('div', { class: 'wide' }, el('table', { class: 'grid numbers' },
      el('thead', {}, el('tr', {}, el('th', {}, 'NN'), el('th', {}, 'trait'), ...columns.map(([title]) => el('th', {}, title)))),
      el('tbody', {}, ...magicNumbers.map(({ digits, trait, answers }) => el('tr', {},
        el('th', { scope: 'row' }, digits), el('td', {}, words(trait)),
        ...columns.map(([, id]) => el('td', {}, answers[id]))))))),
    el('p', { class: 'muted' }, 'Any other number gets a trait in its conversation’s head line. The secret or API key “wrong” is refused.'));
}

/** Messages that came more than once. */
export function createDuplicates({ onOpen, onWindow }) {
  const list = el('ul', { class: 'cards' });
  const span = el('select', { 'aria-label': 'Window' },
    ...[['PT10S', '10 seconds'], ['PT5M', '5 minutes'], ['PT1H', '1 hour'], ['P2D', '48 hours']].map(([value, label]) =>
      el('option', { value, selected: value === 'PT5M' }, label)));
  span.addEventListener('change', () => onWindow(span.value));
  const root = el('div', {},
    el('p', {}, 'The same text to the same number, each within ', span, ' of the one before, through whichever providers.'), list);
  const show = whenChanged((page) => {
    list.replaceChildren(...(page.total ? page.items.map(card) : [el('li', { class: 'muted' }, 'No duplicates.')]));
  });

  function card(duplicate) {
    return el('li', { class: 'card' },
      el('p', {}, el('strong', {}, duplicate.to), ` · ${plural(duplicate.count, 'time')} · ${duplicate.providers.join(', ')}`),
      el('p', { class: 'clip' }, duplicate.text),
      el('p', { class: 'muted' }, `${fullTime(duplicate.first)} to ${fullTime(duplicate.last)}`),
      el('div', { class: 'row' }, ...duplicate.messageIds.slice(0, 8).map((id) =>
        el('button', { type: 'button', class: 'quiet', onclick: () => onOpen(id) }, `message ${id}`))));
  }
  return { root, show };
}
