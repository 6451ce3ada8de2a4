// For hosts: put in the place of sw.js, this takes the map off every device that kept it, the next time it is opened there.

addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => {
  const prefix = `arctic-cable-map ${new URL(registration.scope).pathname} `;
  const forget = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
    await Promise.all(names.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  event.waitUntil(forget());
});
