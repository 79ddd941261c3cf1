/** The way over the bank's own page: in a pop-up where there can be one, else in this tab (OAU-1). */
export const DIALOG_OAUTH = String.raw`
var OAUTH_POLL_MS = 500;

// The visit is made before the click, since a browser opens a window only at once.
async function startOauth(problem) {
  show('LOADING', loadingView('Asking the bank'), { isSilent: true });
  try {
    var visit = await call('oauth-start', { institution_id: state.institution.id, link_session_id: state.session.link_session_id });
    showOauth(visit.oauth_state_id, problem);
  } catch (error) {
    fail(error);
  }
}

function showOauth(stateId, problem) {
  var canRedirect = state.session.can_redirect;
  var isTouch = MODE === 'webview' || !state.session.has_popups || window.matchMedia('(pointer: coarse)').matches;
  var name = state.institution.name;
  show('OAUTH', [bankHead(state.institution, 'Continue at ' + name), problemText(problem),
    h('p', { class: 'lead' }, 'You log in on the bank\u2019s own page and choose there what ' + state.session.client_name + ' may see. Then you come back here.'),
    h('div', { class: 'foot' },
      primary('Continue to ' + name, function () {
        if (isTouch && canRedirect) leaveForBank(stateId);
        else openBank(stateId);
      }),
      canRedirect && !isTouch ? quiet('Open it in this tab instead', function () { leaveForBank(stateId); }) : null)
  ], { status: 'requires_oauth', back: backToSearch() });
}

function bankUrl(stateId, mode) {
  return BASE + 'bank.html?state=' + encodeURIComponent(stateId) + '&mode=' + mode;
}

function leaveForBank(stateId) {
  emit('OPEN_OAUTH');
  state.isAway = true;
  tell({ type: 'leave', url: bankUrl(stateId, 'redirect') });
}

function openBank(stateId) {
  var popup = window.open(bankUrl(stateId, 'popup'), 'plaid-emulator-bank', 'popup,width=480,height=720');
  if (!popup && state.session.can_redirect) return leaveForBank(stateId);
  if (!popup) return showOauth(stateId, 'The browser did not open the bank\u2019s page. Allow pop-ups for this site and try again.');
  emit('OPEN_OAUTH');
  waitForBank(stateId, popup);
}

function waitForBank(stateId, popup) {
  var isOver = false;
  function stop() {
    isOver = true;
    popup.close();
  }
  show('OAUTH', [bankHead(state.institution, 'Finish at ' + state.institution.name),
    h('p', { class: 'lead', role: 'status' }, 'The bank\u2019s page is open in another window. This goes on as soon as you are done there.'),
    h('div', { class: 'foot' }, quiet('Show that window', function () { popup.focus(); }), quiet('Cancel', function () { stop(); closedBank(); }))
  ], { isSilent: true, status: 'requires_oauth' });
  pollBank(stateId, popup, function () { return isOver; }, stop);
}

async function pollBank(stateId, popup, isOver, stop) {
  // A page that isolates its windows sees each as closed from the start; then only the bank's word counts.
  var canSeeWindow = !popup.closed;
  while (!isOver()) {
    await new Promise(function (resolve) { setTimeout(resolve, OAUTH_POLL_MS); });
    if (isOver()) return;
    var wasClosed = canSeeWindow && popup.closed;
    var visit;
    try {
      visit = await call('oauth-state', { oauth_state_id: stateId });
    } catch (error) {
      stop();
      state.error = OAUTH_ERROR;
      emit('FAIL_OAUTH', errorFields(OAUTH_ERROR));
      return startOauth('The bank did not answer in time. Try again.');
    }
    if (isOver()) return;
    if (visit.state === 'granted') { stop(); return finishOauth(stateId); }
    if (visit.state === 'denied' || wasClosed) { stop(); return closedBank(); }
  }
}

function closedBank() {
  emit('CLOSE_OAUTH');
  startOauth('You did not finish at ' + state.institution.name + '. Nothing was shared.');
}

async function finishOauth(stateId) {
  show('LOADING', loadingView('Connecting your accounts'));
  try {
    var answer = await call('oauth-finish', { oauth_state_id: stateId, link_session_id: state.session.link_session_id });
    if (answer.institution) state.institution = answer.institution;
    if (answer.refused) return startOauth('You did not finish at ' + state.institution.name + '. Nothing was shared.');
    showConnected(answer);
  } catch (error) {
    fail(error);
  }
}
`;
