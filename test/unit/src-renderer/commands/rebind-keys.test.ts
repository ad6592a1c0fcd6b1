import { afterEach, describe, expect, test } from "vitest";
import { commandsById } from "../../../../src-renderer/commands/command-table.ts";
import { keysOf } from "../../../../src-renderer/commands/follow-keys.ts";
import { rebind, refuseKey, restoreKeys } from "../../../../src-renderer/commands/rebind-keys.ts";

const commandOf = (id: string) => {
  const command = commandsById.get(id);
  if (command === undefined) throw new Error(id);
  return command;
};
afterEach(() => restoreKeys(null));

describe("a key of one's own", () => {
  test("goes before those of the table, and can be taken back", () => {
    const approve = commandOf("decide.approve");
    rebind("decide.approve", "Y");
    expect(keysOf(approve)).toEqual(["Y"]);
    restoreKeys("decide.approve");
    expect(keysOf(approve)).toEqual(["A", "Mod+Enter"]);
  });

  test("is refused while another command of the same screen has it, and free on another screen", () => {
    expect(refuseKey(commandOf("decide.approve"), "Q", "app")).toMatchObject({
      code: "taken",
      by: { id: "decide.ask" },
    });
    expect(refuseKey(commandOf("terms.confirm"), "Q", "app")).toBeNull();
  });

  test("is free once the other has been given another", () => {
    rebind("decide.ask", "Y");
    expect(refuseKey(commandOf("decide.approve"), "Q", "app")).toBeNull();
    expect(refuseKey(commandOf("decide.approve"), "Y", "app")).toMatchObject({ code: "taken" });
  });

  test("may not begin a sequence, nor belong to the browser in the browser", () => {
    expect(refuseKey(commandOf("decide.approve"), "G", "app")).toEqual({ code: "begins-sequence" });
    expect(refuseKey(commandOf("undo"), "Mod+T", "browser")).toEqual({ code: "browser" });
    expect(refuseKey(commandOf("undo"), "Mod+T", "app")).toBeNull();
  });
});
