import { render } from "preact";
import { useState } from "preact/hooks";
import "./ui/base.css";
function App() { const [n] = useState(1); return <h1>Heirloom {n}</h1>; }
render(<App />, document.getElementById("app")!);
