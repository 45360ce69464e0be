import type { Problem } from "../problem.ts";
import { type Check, groupBy, problemAt } from "./check.ts";

export const groups: Check = {
  says: "no group contains itself, and none is called like a material or a commodity",
  needs: ["commodities", "groups"],
  run(dataset) {
    const members = groupBy(dataset.groups, (r) => r.group);
    const names = new Set(dataset.commodities.flatMap((c) => [c.id, c.material]));
    return [...members].flatMap(([group, rows]): Problem[] => {
      const first = rows[0]!;
      if (names.has(group)) return [problemAt(first, `group ${group} is called like a commodity`, "rename the group")];
      const reached = new Set<string>();
      const open = rows.map((r) => r.member);
      for (let name = open.pop(); name !== undefined; name = open.pop()) {
        if (reached.has(name)) continue;
        reached.add(name);
        for (const row of members.get(name) ?? []) open.push(row.member);
      }
      return reached.has(group)
        ? [problemAt(first, `group ${group} contains itself`, "remove the member that leads back")]
        : [];
    });
  },
};
