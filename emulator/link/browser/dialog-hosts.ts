/** Who is around the dialog: a page that listens, an element of a page, Hosted Link's own page, or an app's webview. */
export const DIALOG_HOSTS = String.raw`
// Hosted Link: nobody listens, so the end is a page, and the way back if the app gave one (HL-1).
function tellHosted(message) {
  if (message.type === 'leave') {
    state.isAway = true;
    return location.assign(message.url);
  }
  if (message.type !== 'success' && message.type !== 'exit') return;
  var back = document.body.getAttribute('data-back');
  var text = back ? 'You are on your way back.' : 'You can close this page.';
  byId('close').hidden = true;
  byId('back').hidden = true;
  byId('view').replaceChildren(h('div', { class: 'view' }, messageView(null, message.type === 'success' ? 'All done' : 'Nothing was connected', [text], [])));
  if (back) location.assign(back);
}

// A webview is told by addresses that its app catches, one after the other.
var webviewQueue = Promise.resolve();
function tellWebview(message) {
  if (message.type === 'leave') {
    state.isAway = true;
    return location.assign(message.url);
  }
  var address = { event: webviewEvent, success: webviewConnected, exit: webviewExit }[message.type];
  if (!address) return;
  webviewQueue = webviewQueue.then(function () {
    location.assign('plaidlink://' + address(message));
    return new Promise(function (resolve) { setTimeout(resolve, 50); });
  });
}

function webviewEvent(message) {
  return 'event?' + queryOf(Object.assign({ event_name: message.name }, message.metadata));
}

function webviewConnected(message) {
  var institution = message.metadata.institution || {};
  return 'connected?' + queryOf({
    public_token: message.public_token, institution_id: institution.institution_id, institution_name: institution.name,
    accounts: JSON.stringify(message.metadata.accounts.map(function (account) {
      return { _id: account.id, meta: { name: account.name, number: account.mask }, type: account.type, subtype: account.subtype, verification_status: account.verification_status, class_type: account.class_type };
    })),
    link_session_id: message.metadata.link_session_id
  });
}

function webviewExit(message) {
  var institution = message.metadata.institution || {};
  return 'exit?' + queryOf(Object.assign({}, message.error, {
    status: message.metadata.status, institution_id: institution.institution_id, institution_name: institution.name,
    link_session_id: message.metadata.link_session_id, request_id: message.metadata.request_id
  }));
}

function queryOf(values) {
  return Object.keys(values).map(function (key) {
    var value = values[key];
    return key + '=' + (value === null || value === undefined ? '' : encodeURIComponent(value));
  }).join('&');
}

// Inside an element of the page: the banks alone. A choice opens the dialog, which is not this frame's.
async function startEmbedded(message) {
  state.token = message.token;
  document.documentElement.classList.add('embedded');
  try {
    var answer = await call('institutions', { query: '' });
    byId('view').replaceChildren(h('div', { class: 'view' }, searchView(answer.institutions, '', search, pickEmbedded)));
  } catch (error) {
    byId('view').replaceChildren(h('div', { class: 'view' }, messageView(null, 'Banks cannot be shown now', ['Load this page again.', h('p', { class: 'code' }, 'Code: ' + error.error_code)], [])));
  }
}

function pickEmbedded(institution) {
  tell({ type: 'pick', institutionId: institution.id });
}

byId('close').addEventListener('click', askExit);
document.addEventListener('keydown', function (event) {
  // Escape inside the frame does not reach the dialog around it.
  if (event.key === 'Escape') askExit();
});
window.addEventListener('message', function (event) {
  var message = event.data;
  if (event.source !== window.parent || event.origin !== HOST.origin) return;
  if (!message || message.channel !== CHANNEL || message.id !== HOST.id) return;
  if (message.type === 'start' && !state.token && !state.isOver) {
    if (MODE === 'embedded') startEmbedded(message);
    else start(message);
  }
  if (message.type === 'ask-exit') askExit();
});
if (params.get('theme')) document.documentElement.setAttribute('data-theme', params.get('theme'));
if (MODE === 'hosted') {
  var visit = params.get('oauth_state_id');
  if (visit) history.replaceState(null, '', location.pathname);
  start({ token: document.body.getAttribute('data-token'), receivedRedirectUri: visit ? '?oauth_state_id=' + encodeURIComponent(visit) : null });
} else if (MODE === 'webview') {
  start({ token: params.get('token') || '', receivedRedirectUri: params.get('receivedRedirectUri') });
} else if (HOST.origin && window.parent !== window) {
  tell({ type: 'ready' });
}
`;
