{% comment %}
Shows public pages and kept services without a network. Runs only where a person asked to keep something.
It asks for pages without cookies, so that none of somebody who is signed in can come in; it keeps no answer
to a form, and nothing that the server marks no-store.
{% endcomment %}{% autoescape off %}"use strict";
const PUBLIC = "kith-{{ version }}";
const KEPT = "kith-kept";
const FILES = {{ files }};
const PAGES = {{ pages }};
const OFFLINE = {{ offline }};
const SURE = { ignoreVary: true, ignoreSearch: true };
let round = 0;
let last = Promise.resolve();

{# What began before "remove all" or "leave quickly" puts nothing back afterwards: their number is another one. #}
async function keep(name, address, mine) {
  const answer = await fetch(address, { credentials: "omit", cache: "no-cache" });
  const mayStay = answer.ok && !answer.redirected && !/no-store/.test(answer.headers.get("Cache-Control") || "");
  if (mine !== round) { return; }
  const box = await caches.open(name);
  if (mayStay) { await box.put(address, answer); } else { await box.delete(address, SURE); }
}

const fill = (mine) => Promise.all([...FILES, ...PAGES].map((address) => keep(PUBLIC, address, mine)));

{# Asked again after "remove all", the same program may still run: it begins anew. #}
async function take(address, mine) {
  if (!(await caches.has(PUBLIC))) { await fill(mine); }
  if (address) { await keep(KEPT, address, mine); }
}

async function forget() {
  round += 1;
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  await self.registration.unregister();
}

async function refresh() {
  const box = await caches.open(KEPT);
  await Promise.all((await box.keys()).map((request) => keep(KEPT, new URL(request.url).pathname, round)));
}

{# Whoever left before all was here, for the first time, has left: nothing stays. #}
{# Older files stay until every kept page is new: it names its own. #}
async function start() {
  const left = !(await self.clients.matchAll({ includeUncontrolled: true })).length;
  if (left && !(await caches.has(KEPT))) { return forget(); }
  await self.clients.claim();
  await refresh();
  const old = (await caches.keys()).filter((name) => name !== PUBLIC && name !== KEPT);
  await Promise.all(old.map((name) => caches.delete(name)));
}

const file = async (request) => (await caches.match(request, SURE)) || fetch(request);

async function page(request) {
  try { return await fetch(request); } catch (error) {  }
  const found = (request.method === "GET" && await caches.match(request.url, SURE)) || await caches.match(OFFLINE, SURE);
  if (!found) { return Response.error(); }
  const words = (await found.text()).replaceAll(" hidden data-when-offline", "");
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
  const policy = found.headers.get("Content-Security-Policy");
  if (policy) { headers["Content-Security-Policy"] = policy; }
  return new Response(words, { headers });
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(fill(round));
});
self.addEventListener("activate", (event) => event.waitUntil(start()));
self.addEventListener("fetch", (event) => {
  const request = event.request;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) { return; }
  if (request.mode === "navigate") { event.respondWith(page(request)); }
  else if (request.method === "GET" && address.pathname.startsWith("/static/")) { event.respondWith(file(request)); }
});
self.addEventListener("message", (event) => {
  const { keep: address, drop, forget: all } = event.data;
  const mine = round;
  const work = async () => {
    if (mine !== round) { return; }
    if (drop) { await (await caches.open(KEPT)).delete(drop, SURE); } else { await take(address, mine); }
  };
  if (!all) { last = last.then(work).catch(() => undefined); }
  event.waitUntil(all ? forget() : last);
});{% endautoescape %}
