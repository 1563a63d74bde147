import { el } from './dom.js';

/** A request as it came over the wire; the API has masked its credentials. */
export function requestView(request) {
  if (!request) return el('p', { class: 'muted' }, 'It is no longer kept.');
  return el('div', { class: 'request' },
    el('p', { class: 'wire' }, el('strong', {}, request.method), ' ', request.path),
    request.fault !== null && el('p', { class: 'why' }, `Fault ${request.fault} was played on it.`),
    fields(request.params),
    fold('Headers', fields(request.headers)),
    request.query && fold('Query string', el('pre', {}, request.query)),
    request.body && fold('Body', el('pre', {}, request.body)),
    el('p', { class: 'wire' }, 'Answer ', el('strong', {}, request.answerStatus === 0 ? 'none' : String(request.answerStatus))),
    request.answerBody && el('pre', {}, request.answerBody));
}

function fields(list) {
  return el('dl', { class: 'facts' },
    ...list.flatMap(({ name, value }) => [el('dt', {}, name), el('dd', {}, el('code', {}, value))]));
}

function fold(title, content) {
  return el('details', {}, el('summary', {}, title), content);
}
