import { render } from "preact";
import { start } from "./session/session.ts";
import { App } from "./shell/app.tsx";
import "./ui/base.css";
import "./ui/theme.ts";

render(<App />, document.getElementById("app")!);
void start();
