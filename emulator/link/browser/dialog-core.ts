/** The dialog's ground: its state, the talk with the page around it, calls to the emulator, and elements. */
export const DIALOG_CORE = String.raw`
var CHANNEL = 'plaid-emulator-link';
var BASE = new URL('.', document.currentScript.src).href;
var params = new URLSearchParams(location.search);
var HOST = { id: params.get('id'), origin: params.get('origin') };
var MODE = document.body.getAttribute('data-mode') || (params.get('isWebview') === 'true' ? 'webview' : params.get('mode') || 'dialog');

var state = {
  token: '', session: null, institution: null, query: null, credentials: null, answers: [], events: [], skew: 0,
  status: 'requires_credentials', error: null, requestId: '', view: null, isEntered: false, isAway: false, isOver: false, done: null
};

// A page of its own has nobody around it to tell.
function tell(message) {
  message.snapshot = snapshot();
  if (MODE === 'hosted') return tellHosted(message);
  if (MODE === 'webview') return tellWebview(message);
  message.channel = CHANNEL;
  message.id = HOST.id;
  // A page that was opened from a file has no origin that could be named.
  window.parent.postMessage(message, HOST.origin === 'null' ? '*' : HOST.origin);
}

// metadata of onExit (LNK-6).
function snapshot() {
  var chosen = state.institution;
  return {
    institution: chosen ? { name: chosen.name, institution_id: chosen.id } : null,
    status: state.status,
    link_session_id: state.session ? state.session.link_session_id : '',
    request_id: state.requestId
  };
}

// metadata of onEvent: every key is there, most of them null. Time is the emulator's.
function emit(name, extra) {
  var metadata = Object.assign({
    account_number_mask: null, error_type: null, error_code: null, error_message: null, exit_status: null,
    institution_id: state.institution ? state.institution.id : null,
    institution_name: state.institution ? state.institution.name : null,
    institution_search_query: null, is_update_mode: null, match_reason: null, mfa_type: null,
    routing_number: null, view_name: null, selection: null, timestamp: new Date(Date.now() + state.skew).toISOString(),
    link_session_id: state.session ? state.session.link_session_id : '', request_id: state.requestId
  }, extra || {});
  state.events.push({ event_name: name, timestamp: metadata.timestamp, event_metadata: metadata });
  tell({ type: 'event', name: name, metadata: metadata });
}

// Answers the body, or throws it when it is an error of Plaid's shape.
async function call(name, body) {
  var answer;
  try {
    var response = await fetch(BASE + 'api/' + name, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(Object.assign({ link_token: state.token }, body))
    });
    answer = await response.json();
  } catch (cause) {
    throw plain('API_ERROR', 'INTERNAL_SERVER_ERROR', 'an unexpected error occurred');
  }
  state.requestId = answer.request_id || state.requestId;
  if (answer.error_code) throw answer;
  return answer;
}

// What happened so far, for the log of the session; end says how it ended, or is null while it goes on.
function reportOf(end) {
  return { link_session_id: state.session.link_session_id, events: state.events.splice(0), end: end };
}

// The page around hears of the end in any case, so a log that cannot be written holds nobody up.
async function report(end) {
  await call('report', reportOf(end)).catch(function () { return null; });
}

function exitReport(error) {
  var left = snapshot();
  return { status: 'EXITED', error_code: error ? error.error_code : null, exit_status: left.status, institution: left.institution, request_id: left.request_id };
}

// A window that is closed, or a frame that is taken away, ends the session, too.
window.addEventListener('pagehide', function () {
  if (!state.session || state.isOver) return;
  var end = state.done ? { status: 'SUCCESS' } : exitReport(state.error);
  var body = Object.assign({ link_token: state.token }, reportOf(state.isAway ? null : end));
  navigator.sendBeacon(BASE + 'api/report', JSON.stringify(body));
});

function plain(type, code, message) {
  return { error_type: type, error_code: code, error_message: message, display_message: null };
}

// What onExit says of an error: four fields and no more.
function errorForExit(error) {
  if (!error) return null;
  return {
    error_type: error.error_type, error_code: error.error_code,
    error_message: error.error_message, display_message: error.display_message
  };
}

function errorFields(error) {
  if (!error) return {};
  return { error_type: error.error_type, error_code: error.error_code, error_message: error.error_message };
}

// h('p', { class: 'lead' }, 'text', child): an element; functions become listeners, false and null are left out.
function h(tag, attributes) {
  var element = document.createElement(tag);
  Object.keys(attributes || {}).forEach(function (name) {
    var value = attributes[name];
    if (value === null || value === undefined || value === false) return;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? '' : value);
  });
  Array.prototype.slice.call(arguments, 2).flat(Infinity).forEach(function (child) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  });
  return element;
}

function byId(id) {
  return document.getElementById(id);
}

// Shows a view: says so to the page around, puts focus on its heading (or on a field), and offers the way back.
function show(name, nodes, options) {
  var settings = options || {};
  var back = byId('back');
  state.view = name;
  if (settings.status) state.status = settings.status;
  if (!settings.isSilent) emit('TRANSITION_VIEW', Object.assign({ view_name: name }, settings.event || {}));
  byId('view').replaceChildren(h('div', { class: 'view' }, nodes));
  back.hidden = !settings.back;
  back.onclick = settings.back || null;
  var first = byId('view').querySelector('[data-focus]') || byId('view').querySelector('h1');
  if (first) {
    if (first.tagName === 'H1') first.setAttribute('tabindex', '-1');
    first.focus({ preventScroll: true });
  }
  byId('view').scrollTop = 0;
}
`;
