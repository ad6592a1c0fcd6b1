// Preloaded with --import: refuses every connection outside loopback and notes the attempt, so that a test can say
// "nothing reached out". Children started by fork inherit it through execArgv.
import dgram from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import net from "node:net";

const notes = process.env.COUNTERSIGN_SOCKET_NOTES;
const isLoopback = (host) => host === undefined || /^(localhost|127\.|::1$|\[::1\]$)/.test(String(host));

function refuse(what) {
  if (notes) appendFileSync(notes, `${what}\n`);
  throw new Error(`refused: ${what}`);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = typeof options === "object" && options !== null ? options.host : args[1];
  const isPath =
    typeof options === "string" || (typeof options === "object" && typeof options?.path === "string");
  if (!isPath && !isLoopback(host)) refuse(`connect ${host}`);
  return connect.apply(this, args);
};

const { lookup } = dns;
dns.lookup = (host, ...rest) => (isLoopback(host) ? lookup(host, ...rest) : refuse(`lookup ${host}`));
dns.promises.lookup = async (host) => refuse(`lookup ${host}`);
dgram.Socket.prototype.send = () => refuse("datagram");

// The global fetch has its own copy of the socket functions.
globalThis.fetch = async (input) => refuse(`fetch ${input instanceof Request ? input.url : input}`);
globalThis.WebSocket = function (url) {
  refuse(`websocket ${url}`);
};
