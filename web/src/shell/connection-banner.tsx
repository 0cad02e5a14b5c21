import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { connection } from "../api/request.ts";
import { ping } from "../api/server.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import { useObservable } from "../ui/use-observable.ts";

const RETRY_EVERY = 5000;

/** Shown while the server gives no answer; any answer takes it away. */
export function ConnectionBanner(): JSX.Element | null {
  const isAway = useObservable(connection) === "unreachable";
  const retry = () => void ping().catch(() => undefined);
  useEffect(() => {
    if (!isAway) return;
    const timer = setInterval(retry, RETRY_EVERY);
    return () => clearInterval(timer);
  }, [isAway]);
  if (!isAway) return null;
  return (
    <div class="banner" role="alert">
      <Icon name="alert" />
      <span>The server cannot be reached. Trying again every few seconds.</span>
      <Button onClick={retry}>Retry now</Button>
    </div>
  );
}
