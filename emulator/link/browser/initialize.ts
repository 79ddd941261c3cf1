/**
 * `link-initialize.js`: gives the page `window.Plaid`, as Plaid's script does. `open()` shows a dialog with a
 * frame of the emulator's origin; the two talk by messages that carry the id of this opening, and each side
 * checks where a message comes from. No backticks and no dollar signs below: the text is a template.
 */
export function initializeScript(publicUrl: string): string {
  return SCRIPT.replace('"__PUBLIC_URL__"', () => JSON.stringify(publicUrl));
}

const SCRIPT = String.raw`(function () {
  'use strict';

  // Where this script came from is where the dialog is, unless something serves it in Plaid's own name.
  function findBase() {
    var own = document.currentScript && document.currentScript.src;
    var at = own ? own.indexOf('/link/v2/stable/') : -1;
    if (at < 0 || own.indexOf('https://cdn.plaid.com/') === 0) return "__PUBLIC_URL__";
    return own.slice(0, at);
  }

  var BASE = findBase();
  var ORIGIN = new URL(BASE, location.href).origin;
  var CHANNEL = 'plaid-emulator-link';
  var PHONE = '(max-width: 500px), (max-height: 500px)';

  function noop() {}

  function create(config) {
    var session = null;
    var isDestroyed = false;

    function open() {
      if (isDestroyed || session) return;
      session = startSession(config, function () { session = null; });
    }

    function exit(options) {
      if (session) session.exit(Boolean(options && options.force));
    }

    function destroy() {
      isDestroyed = true;
      if (session) session.close();
    }

    setTimeout(function () {
      if (!isDestroyed) (config.onLoad || noop)();
    }, 0);
    return { open: open, exit: exit, submit: noop, destroy: destroy };
  }

  function startSession(config, onEnd) {
    var id = String(Math.random()).slice(2) + Date.now();
    var view = showDialog(id, function () { send({ type: 'ask-exit' }); });
    // The newest state of the dialog, so that a forced exit can tell it at once.
    var last = { institution: null, status: null, link_session_id: '', request_id: '' };

    function send(message) {
      message.channel = CHANNEL;
      message.id = id;
      if (view.frame.contentWindow) view.frame.contentWindow.postMessage(message, ORIGIN);
    }

    function close() {
      window.removeEventListener('message', receive);
      view.remove();
      onEnd();
    }

    function receive(event) {
      var message = event.data;
      if (event.origin !== ORIGIN || event.source !== view.frame.contentWindow) return;
      if (!message || message.channel !== CHANNEL || message.id !== id) return;
      if (message.snapshot) last = message.snapshot;
      if (message.type === 'ready') {
        send({ type: 'start', token: config.token || config.key || '', receivedRedirectUri: config.receivedRedirectUri || null });
      } else if (message.type === 'event') {
        (config.onEvent || noop)(message.name, message.metadata);
      } else if (message.type === 'leave') {
        window.location.assign(message.url);
      } else if (message.type === 'success') {
        close();
        config.onSuccess(message.public_token, message.metadata);
      } else if (message.type === 'exit') {
        close();
        (config.onExit || noop)(message.error, message.metadata);
      }
    }

    function exit(isForced) {
      if (!isForced) return send({ type: 'ask-exit' });
      close();
      (config.onEvent || noop)('EXIT', forcedExitEvent(last));
      (config.onExit || noop)(null, last);
    }

    window.addEventListener('message', receive);
    return { exit: exit, close: close };
  }

  function forcedExitEvent(last) {
    return {
      account_number_mask: null, error_type: null, error_code: null, error_message: null,
      exit_status: last.status, institution_id: last.institution && last.institution.institution_id,
      institution_name: last.institution && last.institution.name, institution_search_query: null,
      is_update_mode: null, match_reason: null, mfa_type: null, routing_number: null, view_name: null,
      selection: null, timestamp: new Date().toISOString(),
      link_session_id: last.link_session_id, request_id: last.request_id
    };
  }

  // A modal dialog keeps focus inside and the page behind it still. Styles go through the object model,
  // which a strict style policy allows.
  function showDialog(id, onCancel) {
    var dialog = document.createElement('dialog');
    var frame = document.createElement('iframe');
    var phone = window.matchMedia(PHONE);
    var root = document.documentElement;
    var overflow = root.style.overflow;
    var theme = root.getAttribute('data-theme') || '';
    frame.src = BASE + '/link/v2/stable/link.html?id=' + id + '&theme=' + encodeURIComponent(theme) +
      '&origin=' + encodeURIComponent(location.origin);
    frame.title = 'Plaid Link (emulator)';
    frame.id = 'plaid-link-iframe-' + id;
    frame.name = frame.id;
    dialog.setAttribute('aria-label', 'Plaid Link (emulator)');
    dialog.appendChild(frame);
    style(dialog, { position: 'fixed', inset: '0', width: '100%', height: '100%', maxWidth: '100%', maxHeight: '100%',
      margin: '0', padding: '0', border: '0', background: 'rgba(16, 16, 14, 0.45)', overflow: 'hidden', zIndex: '2147483647' });

    function fit() {
      style(frame, phone.matches
        ? { position: 'absolute', inset: '0', width: '100%', height: '100%', border: '0', borderRadius: '0', margin: '0' }
        : { position: 'absolute', inset: '0', width: '420px', height: 'min(680px, calc(100% - 32px))', border: '0', borderRadius: '16px', margin: 'auto' });
    }

    function cancel(event) {
      event.preventDefault();
      onCancel();
    }

    fit();
    phone.addEventListener('change', fit);
    dialog.addEventListener('cancel', cancel);
    document.body.appendChild(dialog);
    dialog.showModal();
    root.style.overflow = 'hidden';
    frame.focus();
    return {
      frame: frame,
      remove: function () {
        phone.removeEventListener('change', fit);
        root.style.overflow = overflow;
        dialog.remove();
      }
    };
  }

  function style(element, rules) {
    Object.keys(rules).forEach(function (name) { element.style[name] = rules[name]; });
  }

  window.Plaid = { version: '2.0.0-emulator', create: create };
})();
`;
