import { copyable, el } from './dom.js';

const EXAMPLES = {
  linktosms: 'apiId=any&user=me&password=any',
  markettext: 'apiId=any&user=me&password=any',
  itcloud: 'user=me&token=any',
  natalia: 'user=me&password=any',
  smsmasivos: 'apiKey=any',
};

/** What a newcomer needs: the base URLs, and a message to try. */
export function welcomeView({ baseUrls, smtpPort }) {
  return el('div', { class: 'welcome' },
    el('h2', {}, 'Nothing has been sent yet'),
    el('p', {}, 'Point your application at one of these and send. Any credentials are taken; messages appear here as they arrive.'),
    el('table', { class: 'grid' }, el('tbody', {}, ...Object.entries(baseUrls).map(([provider, url]) => el('tr', {},
      el('th', { scope: 'row' }, el('span', { class: `provider p-${provider}` }, provider)),
      el('td', {}, copyable(`baseUrl=${url}`)))))),
    el('h3', {}, 'In a Camel route'),
    copyable(`sms:itcloud?${EXAMPLES.itcloud}&baseUrl=${baseUrls.itcloud}`),
    el('h3', {}, 'From a shell'),
    copyable(`curl '${baseUrls.natalia}/envio/api/sendsms/send.php' -d 'user=me&password=any&GSM=573001234567&SMSText=Hola'`),
    smtpPort && el('p', {}, 'smsmasivos takes mail, too: to ', el('code', {}, 'api@smsmasivos.com.ar'),
      ` over SMTP port ${smtpPort}, subject `, el('code', {}, 'USUARIO CLAVE NUMERO TEXTO'), '.'));
}
