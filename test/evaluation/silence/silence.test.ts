import { expect, test } from "vitest";
import { readTrace } from "./traced-sockets.ts";

const starts = (line: string): boolean => line.includes("local-web.js");
const quiet = `10 execve("/bin/node", ["node", "out/main/local-web.js"], 0x7 /* 9 vars */) = 0
10 clone3({flags=CLONE_VM}, 88) = 11
11 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 20
11 connect(20, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT (No such file)
10 socket(AF_INET, SOCK_STREAM <unfinished ...>
99 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 30
99 connect(30, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")}, 16) = 0
10 <... socket resumed>, IPPROTO_IP) = 21
10 bind(21, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
10 listen(21, 511) = 0
`;

test("sockets of the program are told from those of others, and its own loopback from the world", () => {
  expect(readTrace(quiet, starts)).toEqual({ tasks: 2, listening: ["127.0.0.1"], outward: [] });
});

test.each([
  [
    "a connection",
    '11 connect(20, {sa_family=AF_INET, sin_addr=inet_addr("192.0.2.1")}, 16) = -1 EINPROGRESS',
  ],
  ["a socket that nothing binds", "11 socket(AF_INET, SOCK_DGRAM, IPPROTO_IP) = 40"],
  ["raw packets", "11 socket(AF_PACKET, SOCK_RAW, 0) = 40"],
])("%s of a thread of the program is seen", (_name, line) => {
  expect(readTrace(`${quiet}${line}\n`, starts).outward.length).toBe(1);
});

test("listening beyond this machine is seen", () => {
  expect(readTrace(quiet.replace("127.0.0.1", "0.0.0.0"), starts).outward.length).toBe(1);
});
