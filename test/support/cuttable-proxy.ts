import { connect, createServer, type Socket } from "node:net";

/** A wire to a port of this machine that a test can cut and mend, as a cable would be. */
export interface CuttableProxy {
  port: number;
  /** Every connection breaks off, and no new one comes through. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** @param target asked at each connection, so that the wire may lie before its far end does */
export async function cuttableProxy(target: () => number): Promise<CuttableProxy> {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(target(), "127.0.0.1");
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const breakOff = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port,
    cut() {
      isCut = true;
      breakOff();
    },
    mend() {
      isCut = false;
    },
    close() {
      breakOff();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
