import type { User } from "../api/account.ts";
import { getQueues } from "../api/jobs.ts";
import { listen, tell } from "./news.ts";

const WHILE_PREPARING = 2000;
/** One can only look again, less and less often. */
const LOOKS = [2000, 5000, 10_000, 30_000, 60_000];

/** Brings news from the server by asking for them: after an upload, and when the reader comes back to the page. */
export function startPolling(): () => void {
  const ask = lookAgain();
  const stopListening = listen((news) => news.kind === "arrived" && ask.soon());
  const comeBack = () => {
    if (document.visibilityState !== "visible") return;
    tell({ kind: "prepared" });
    ask.soon();
  };
  document.addEventListener("visibilitychange", comeBack);
  ask.soon();
  return () => {
    stopListening();
    document.removeEventListener("visibilitychange", comeBack);
    ask.never();
  };
}

/** Tells an admin, who may see the queues, how much is left to do after each upload. */
export function followUploads(user: User): () => void {
  if (!user.isAdmin) return () => {};
  const follow = followQueues();
  follow();
  return listen((news) => news.kind === "arrived" && follow());
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

function lookAgain(): { soon(): void; never(): void } {
  let timers: ReturnType<typeof setTimeout>[] = [];
  const never = () => timers.forEach(clearTimeout);
  const soon = () => {
    never();
    timers = LOOKS.map((delay) => setTimeout(() => tell({ kind: "prepared" }), delay));
  };
  return { soon, never };
}
