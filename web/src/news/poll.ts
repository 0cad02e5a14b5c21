import type { User } from "../api/account.ts";
import { getQueues } from "../api/jobs.ts";
import { listen, tell } from "./news.ts";

const WHILE_PREPARING = 2000;
/** Without leave to see the queues one can only look again, less and less often. */
const LOOKS = [2000, 5000, 10_000, 30_000, 60_000];

/** Brings news from the server by asking for them: after an upload, and when the reader comes back to the page. */
export function startPolling(user: User): () => void {
  const ask = user.isAdmin ? followQueues() : lookAgain();
  const stopListening = listen((news) => news.kind === "arrived" && ask());
  const comeBack = () => {
    if (document.visibilityState !== "visible") return;
    tell({ kind: "prepared" });
    ask();
  };
  document.addEventListener("visibilitychange", comeBack);
  ask();
  return () => {
    stopListening();
    document.removeEventListener("visibilitychange", comeBack);
  };
}

/** Asks until nothing waits any more, and tells how much is left each time. */
function followQueues(): () => void {
  let isAsking = false;
  let last = 0;
  const ask = async () => {
    const queues = await getQueues().catch(() => null);
    if (!queues) return false;
    const count = Object.values(queues).reduce((sum, { jobCounts }) => sum + jobCounts.active + jobCounts.waiting, 0);
    tell({ kind: "preparing", count });
    if (count !== last) tell({ kind: "prepared" });
    last = count;
    return count > 0;
  };
  const follow = async () => {
    if (isAsking) return;
    isAsking = true;
    do await new Promise((resolve) => setTimeout(resolve, WHILE_PREPARING));
    while (await ask());
    isAsking = false;
  };
  return () => void follow();
}

function lookAgain(): () => void {
  let timers: ReturnType<typeof setTimeout>[] = [];
  return () => {
    timers.forEach(clearTimeout);
    timers = LOOKS.map((delay) => setTimeout(() => tell({ kind: "prepared" }), delay));
  };
}
