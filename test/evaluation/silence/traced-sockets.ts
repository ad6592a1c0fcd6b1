/** What the processes of one program did with sockets, out of a trace of many programs. */
export interface TracedSockets {
  /** Processes and threads of the program. */
  readonly tasks: number;
  /** Listening on this machine, as "127.0.0.1". */
  readonly listening: readonly string[];
  /** Connections and sockets that could reach another machine: none of them may be there. */
  readonly outward: readonly string[];
}

/**
 * Reads a trace of `strace -f -e trace=execve,clone,fork,vfork,clone3,socket,connect,bind,listen`.
 *
 * `starts` knows the program by the line that executes it. Sockets of one machine (AF_UNIX, and AF_NETLINK, by which a
 * name of this host is looked up) reach nobody; an internet socket may be bound to 127.0.0.1, and to nothing else.
 */
export function readTrace(trace: string, starts: (line: string) => boolean): TracedSockets {
  const own = new Set<string>();
  const local = new Map<string, { readonly line: string; bound: string | null }>();
  const outward: string[] = [];
  const listening: string[] = [];
  for (const { task, text } of joinUnfinished(trace)) {
    if (text.startsWith("execve(") && starts(text)) own.add(task);
    if (!own.has(task)) continue;
    const child = /^(?:clone3?|v?fork)\(.*\)\s+= (\d+)$/u.exec(text)?.[1];
    if (child !== undefined) own.add(child);
    const socket = /^socket\((AF_\w+).*\)\s+= (\d+)$/u.exec(text);
    if (socket !== null) {
      const [, family = "", handle = ""] = socket;
      // The number of a closed socket is given out again: what the earlier one was is judged before it is forgotten.
      const earlier = local.get(handle);
      if (earlier !== undefined && earlier.bound !== "127.0.0.1") outward.push(earlier.line);
      if (family === "AF_INET" || family === "AF_INET6") local.set(handle, { line: text, bound: null });
      else {
        local.delete(handle);
        if (family !== "AF_UNIX" && family !== "AF_NETLINK") outward.push(text);
      }
    }
    if (text.startsWith("connect(") && !/sa_family=AF_(?:UNIX|LOCAL)/u.test(text)) outward.push(text);
    const bind = /^bind\((\d+), \{sa_family=AF_INET6?,.*inet_addr\("([^"]+)"\)/u.exec(text);
    const held = local.get(bind?.[1] ?? "");
    if (bind !== null && held !== undefined) held.bound = bind[2] ?? null;
    const heard = /^listen\((\d+),/u.exec(text)?.[1];
    if (heard !== undefined) listening.push(local.get(heard)?.bound ?? text);
  }
  // A socket of the internet that was never bound to this machine could have sent something.
  for (const { line, bound } of local.values()) if (bound !== "127.0.0.1") outward.push(line);
  return { tasks: own.size, listening, outward };
}

/** Calls that strace cut in two, because another task came between, in one line again. */
function joinUnfinished(trace: string): readonly { readonly task: string; readonly text: string }[] {
  const open = new Map<string, string>();
  const joined: { task: string; text: string }[] = [];
  for (const line of trace.split("\n")) {
    const [, task = "", text = ""] = /^(\d+)\s+(.*)$/u.exec(line) ?? [];
    if (task === "") continue;
    const begun = /^(.*) <unfinished \.\.\.>$/u.exec(text)?.[1];
    const rest = /^<\.\.\. \w+ resumed>(.*)$/u.exec(text)?.[1];
    if (begun !== undefined) open.set(task, begun);
    else joined.push({ task, text: rest === undefined ? text : (open.get(task) ?? "") + rest });
  }
  return joined;
}
