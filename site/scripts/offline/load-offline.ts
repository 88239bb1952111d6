// Loads the script for reading offline once the page stands, where there can be such a thing: on a web server, in a browser that allows it.

export function loadOffline(): void {
  const { offline } = document.documentElement.dataset;
  if (offline === undefined || !location.protocol.startsWith('http') || !('serviceWorker' in navigator))
    return;
  const load = () => {
    const script = document.createElement('script');
    script.src = offline;
    document.head.append(script);
  };
  if (document.readyState === 'complete') load();
  else window.addEventListener('load', load, { once: true });
}
