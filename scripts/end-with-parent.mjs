// Preloaded into what a script starts: when the script is killed, the line to it breaks, and this process
// ends too. Its own children inherit the preload, but have another parent.
if (process.env.EVENKEEL_LAUNCHER === String(process.ppid)) {
  process.on('disconnect', () => {
    // Without a handler a signal would end it at once, and what it started would stay.
    if (process.listenerCount('SIGTERM') > 0) process.kill(process.pid, 'SIGTERM');
    else process.exit(143);
  });
  process.channel?.unref();
}
