/** The order of the views, from the first word of the page around to the log-in. */
export const DIALOG_FLOW = String.raw`
async function start(message) {
  state.token = message.token;
  if (message.hasKey) return leave(plain('INVALID_REQUEST', 'MISSING_FIELDS', 'the following required fields are missing: link_token. a public key cannot open Link any more'));
  var stateId = stateIdIn(message.receivedRedirectUri);
  try {
    state.session = await call('session', { oauth_state_id: stateId || '', institution_id: message.institutionId || '' });
  } catch (error) {
    emit('OPEN');
    return leave(error);
  }
  state.skew = Date.parse(state.session.now) - Date.now();
  state.institution = state.session.returns_from || state.session.institution;
  if (state.session.is_multi_item && state.session.items_added > 0) state.done = {};
  var hasConsent = !state.session.is_update || state.session.products.length > 0;
  var first = state.session.is_update ? 'DATA_TRANSPARENCY_CONSENT' : 'CONSENT';
  emit('OPEN', { view_name: hasConsent && !stateId ? first : null, is_update_mode: String(state.session.is_update) });
  if (stateId) return finishOauth(stateId);
  if (!hasConsent) return enter(state.institution);
  show(first, consentView(state.session, function () {
    if (!state.institution) return showSearch();
    if (state.session.is_update) enter(state.institution);
    else pick(state.institution);
  }), { isSilent: true });
}

// Apps may hand over any address of theirs; only one with a state is a way back (OAU-4).
function stateIdIn(address) {
  if (!address) return null;
  return new URL(address, location.href).searchParams.get('oauth_state_id');
}

async function showSearch() {
  state.institution = null;
  state.credentials = null;
  state.isEntered = false;
  try {
    var answer = await call('institutions', { query: state.query || '' });
    show('SELECT_INSTITUTION', searchView(answer.institutions, state.query || '', search, pick), { status: 'requires_credentials' });
  } catch (error) {
    fail(error);
  }
}

var searchTimer = 0;
function search(query) {
  clearTimeout(searchTimer);
  state.query = query;
  searchTimer = setTimeout(async function () {
    try {
      var answer = await call('institutions', { query: query });
      if (state.query !== query || !byId('results')) return;
      if (MODE !== 'embedded') emit('SEARCH_INSTITUTION', { institution_search_query: query });
      state.status = answer.institutions.length ? 'requires_credentials' : 'institution_not_found';
      byId('results').replaceChildren(resultsView(answer.institutions, query, MODE === 'embedded' ? pickEmbedded : pick));
      byId('found').textContent = answer.institutions.length + (answer.institutions.length === 1 ? ' bank' : ' banks');
    } catch (error) {
      fail(error);
    }
  }, 150);
}

function pick(institution) {
  var next = institution.oauth ? 'OAUTH' : institution.shortcuts.length ? 'MATCHED_CONSENT' : 'CREDENTIAL';
  state.institution = institution;
  if (institution.health === 'down') {
    emit('SELECT_DOWN_INSTITUTION');
    state.error = POOR_HEALTH;
    return show('ERROR', messageView(institution, 'This bank cannot be reached now', ['It has trouble of its own. Try again in a while, or choose another bank.'],
      [otherBank(true), state.session.institution ? quiet('Close', function () { leave(state.error); }) : null]), { back: backToSearch() });
  }
  if (institution.health === 'degraded') emit('SELECT_DEGRADED_INSTITUTION');
  if (institution.match_reason) emit('MATCHED_SELECT_INSTITUTION', { match_reason: institution.match_reason });
  else emit('SELECT_INSTITUTION', { view_name: institution.health === 'healthy' ? next : 'ERROR' });
  if (institution.health === 'unsupported') {
    return fail({ error_type: 'INSTITUTION_ERROR', error_code: 'INSTITUTION_NO_LONGER_SUPPORTED', error_message: 'this institution is no longer supported', display_message: 'This financial institution is no longer supported. We apologize for the inconvenience.' });
  }
  if (institution.health !== 'degraded') return enter(institution);
  state.error = POOR_HEALTH;
  show('ERROR', messageView(institution, 'This bank is slow today', ['Connecting may take longer than usual, or fail.'],
    [primary('Go on anyway', function () { state.error = null; enter(institution); }), otherBank(false)]), { back: backToSearch() });
}

// A bank that the app chose is the only one.
function backToSearch() {
  return state.session.institution ? null : showSearch;
}

function otherBank(isPrimary) {
  if (!state.session || state.session.institution) return null;
  return isPrimary ? primary('Choose another bank', showSearch) : quiet('Choose another bank', showSearch);
}

function enter(institution) {
  state.isEntered = true;
  state.credentials = null;
  if (institution.oauth) return startOauth(null);
  if (institution.shortcuts.length) return showMatchedConsent(institution);
  showCredentials(null);
}

function showCredentials(problem) {
  show('CREDENTIAL', credentialsView(state.institution, state.session, problem, function (username, password) {
    submitLogin({ username: username, password: password });
  }), { status: 'requires_credentials', back: backToSearch() });
}

function submitLogin(given) {
  state.credentials = Object.assign({ institution_id: state.institution.id }, given);
  state.answers = [];
  emit('SUBMIT_CREDENTIALS');
  login();
}
`;
