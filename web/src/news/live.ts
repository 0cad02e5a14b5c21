import type { User } from "../api/account.ts";
import { apiUrl } from "../api/request.ts";
import { newsOf } from "./events.ts";
import { tell } from "./news.ts";
import { followUploads, startPolling } from "./poll.ts";
import { listenAt } from "./socket.ts";

/** Brings news by the websocket; while it is down, by asking. */
export function startNews(user: User): () => void {
  const stopFollowing = followUploads(user);
  let stopAsking = startPolling();
  const url = apiUrl("socket.io/", { EIO: 4, transport: "websocket" }).replace(/^http/, "ws");
  const stopListening = listenAt(url, {
    up() {
      stopAsking();
      tell({ kind: "prepared" }); // what happened until now was not heard
    },
    down() {
      stopAsking = startPolling();
    },
    event(name, args) {
      const news = newsOf(name, args);
      if (news) tell(news);
    },
  });
  return () => {
    stopListening();
    stopAsking();
    stopFollowing();
  };
}
