/**
 * `link-initialize.js`: gives the page `window.Plaid`, as Plaid's script does. `open()` shows a dialog with a
 * frame of the emulator's origin; the two talk by messages that carry the id of this opening, and each side
 * checks where a message comes from. No backticks and no dollar signs below: the text is a template.
 */
import { FRAMES } from './frames';

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

  if (window.Plaid && window.Plaid.emulator === BASE) {
    console.warn('Plaid Link (emulator): link-initialize.js is on this page more than once. The first one stays.');
    return;
  }

  standInForPlaidsOwn();

  // Libraries look for a script with Plaid's address, and fetch it where there is none. This one is never fetched.
  function standInForPlaidsOwn() {
    var address = 'https://cdn.plaid.com/link/v2/stable/link-initialize.js';
    if (document.querySelector('script[src="' + address + '"]')) return;
    var standIn = document.createElement('script');
    standIn.type = 'application/json';
    standIn.src = address;
    document.head.appendChild(standIn);
  }

  function noop() {}

  // Before the page has a body there is nowhere to show anything.
  function whenReady(run) {
    if (document.body) return run();
    document.addEventListener('DOMContentLoaded', run, { once: true });
  }

  function refuseEmpty(config) {
    if (config && (config.token || config.key || config.receivedRedirectUri)) return;
    throw new Error('Missing Link parameter. Link requires a token to be provided.');
  }

  function create(config) {
    refuseEmpty(config);
    var session = null;
    var isDestroyed = false;
    var onEnd = noop;

    function open(institutionId) {
      if (isDestroyed || session) return;
      session = startSession(config, typeof institutionId === 'string' ? institutionId : null, function () {
        session = null;
        setTimeout(onEnd, 0);
        onEnd = noop;
      });
    }

    function exit(options, callback) {
      if (typeof callback === 'function') {
        if (!session) return callback();
        onEnd = callback;
      }
      if (session) session.exit(Boolean(options && options.force));
    }

    function destroy() {
      isDestroyed = true;
      if (session) session.close();
    }

    setTimeout(function () {
      if (!isDestroyed) (config.onLoad || noop)();
    }, 0);
    return {
      open: function (institutionId) { whenReady(function () { open(institutionId); }); },
      exit: exit, submit: noop, destroy: destroy
    };
  }

  // The banks stand in the page itself; choosing one opens the dialog at that bank.
  function createEmbedded(config, target) {
    refuseEmpty(config);
    var handler = create(Object.assign({}, config, { onLoad: noop }));
    var embedded = embed(target);
    var talk = talkWith(embedded, function (message) {
      if (message.type === 'ready') {
        talk.send({ type: 'start', token: config.token || '', receivedRedirectUri: null });
        (config.onLoad || noop)();
        if (config.receivedRedirectUri) handler.open();
      } else if (message.type === 'pick') handler.open(message.institutionId);
    });
    return {
      destroy: function () {
        talk.stop();
        embedded.remove();
        handler.exit({ force: true });
        handler.destroy();
      }
    };
  }

  // Messages from and to one frame, and nobody else. A page from a file has no origin to name.
  function talkWith(view, onMessage) {
    function receive(event) {
      var message = event.data;
      if (event.origin !== ORIGIN || event.source !== view.frame.contentWindow) return;
      if (message && message.channel === CHANNEL && message.id === view.id) onMessage(message);
    }
    window.addEventListener('message', receive);
    return {
      send: function (message) {
        message.channel = CHANNEL;
        message.id = view.id;
        if (view.frame.contentWindow) view.frame.contentWindow.postMessage(message, ORIGIN);
      },
      stop: function () { window.removeEventListener('message', receive); }
    };
  }

  function startSession(config, institutionId, onEnd) {
    var view = showDialog(function () { talk.send({ type: 'ask-exit' }); });
    // The newest state of the dialog, so that a forced exit can tell it at once.
    var last = { institution: null, status: 'requires_credentials', link_session_id: '', request_id: '' };
    var isOpen = true;
    var talk = talkWith(view, receive);

    function close() {
      if (!isOpen) return;
      isOpen = false;
      talk.stop();
      view.remove();
      onEnd();
    }

    function receive(message) {
      if (message.snapshot) last = message.snapshot;
      if (message.type === 'ready') {
        talk.send({
          type: 'start', token: config.token || '', hasKey: Boolean(config.key && !config.token),
          receivedRedirectUri: config.receivedRedirectUri || null, institutionId: institutionId
        });
      } else if (message.type === 'event') {
        (config.onEvent || noop)(message.name, message.metadata);
      } else if (message.type === 'leave') {
        window.location.assign(message.url);
      } else if (message.type === 'success') {
        close();
        (config.onSuccess || noop)(message.public_token, message.metadata);
      } else if (message.type === 'exit') {
        close();
        (config.onExit || noop)(message.error, message.metadata);
      }
    }

    function exit(isForced) {
      if (!isForced) return talk.send({ type: 'ask-exit' });
      close();
      (config.onEvent || noop)('EXIT', forcedExitEvent(last));
      (config.onExit || noop)(null, last);
    }

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
${FRAMES}
  window.Plaid = { version: '2.0.0-emulator', emulator: BASE, create: create, createEmbedded: createEmbedded };
})();
`;
