/** Gathers the counts of all roles at the supervisor, over the channel that each role was started with. */
import type { Role } from "../config.ts";
import { type Exposition, expose, mergeFamilies } from "../metrics/exposition.ts";
import type { Family } from "../metrics/family.ts";
import { measureProcess } from "../metrics/measure-process.ts";
import { createRegistry } from "../metrics/registry.ts";
import type { KeptProcess } from "./keep-running.ts";
import type { RoleMessage } from "./messages.ts";

export interface MetricsCollector {
  /** To be called with what a role tells. */
  onMessage(role: Role, message: RoleMessage): void;
  /** One text of all roles; a role that does not answer within 2 s is shown as down. */
  expose(accept: string): Promise<Exposition>;
}

const answerWithinMs = 2_000;

export function collectMetrics(
  roles: readonly Role[],
  kept: ReadonlyMap<Role, Pick<KeptProcess, "send" | "restarts">>,
): MetricsCollector {
  const own = createRegistry();
  measureProcess(own);
  const waiting = new Map<string, (families: Family[]) => void>();
  let asked = 0;

  const ask = (role: Role): Promise<Family[] | undefined> => {
    asked += 1;
    const id = asked;
    return new Promise((resolve) => {
      const key = `${role} ${id}`;
      const done = (families: Family[] | undefined): void => {
        clearTimeout(timer);
        waiting.delete(key);
        resolve(families);
      };
      const timer = setTimeout(done, answerWithinMs, undefined);
      waiting.set(key, done);
      if (!kept.get(role)?.send({ type: "collect", id })) done(undefined);
    });
  };

  return {
    onMessage(role, message) {
      if (message.type === "metrics") waiting.get(`${role} ${message.id}`)?.(message.families);
    },
    async expose(accept) {
      const [supervisor, ...answers] = await Promise.all([own.collect(), ...roles.map(ask)]);
      const state: Family[] = [
        {
          name: "shirokuro_role_up",
          help: "1 for a role that answered this collection.",
          type: "gauge",
          samples: roles.map((role, at) => ({
            suffix: "",
            labels: { role },
            value: answers[at] ? 1 : 0,
          })),
        },
        {
          name: "shirokuro_role_restarts",
          help: "How often a role ended and was started again.",
          type: "counter",
          samples: roles.map((role) => ({
            suffix: "_total",
            labels: { role },
            value: kept.get(role)?.restarts() ?? 0,
          })),
        },
      ];
      const parts = roles.map((role, at) => ({ labels: { role }, families: answers[at] ?? [] }));
      return expose(
        mergeFamilies([
          { labels: {}, families: state },
          ...parts,
          { labels: { role: "supervisor" }, families: supervisor },
        ]),
        accept,
      );
    },
  };
}
