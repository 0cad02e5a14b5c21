import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { atExit } from './cleanup.ts';
import { checkout, temporaryFolder } from './folders.ts';
import { until } from './until.ts';

export const launcher = join(checkout, 'heirloom');

export interface ServeOptions {
  data?: string;
  port?: number;
  basePath?: string;
  args?: string[];
}

/** What a run of the launcher left behind, standard output and error as one text. */
export interface Ended {
  code: number | null;
  output: string;
}

/** A server of the test's own, on a free port and a data folder that is thrown away. */
export class Heirloom {
  readonly data: string;
  readonly url: string;
  readonly api: string;
  readonly #args: string[];
  #process!: ChildProcess;
  #output = '';

  private constructor(options: ServeOptions, port: number) {
    const { basePath = '' } = options;
    this.data = options.data ?? temporaryFolder('data');
    this.url = `http://127.0.0.1:${port}${basePath}`;
    this.api = `${this.url}/api`;
    this.#args = ['serve', '--host', '127.0.0.1', '--port', String(port), '--data', this.data];
    if (basePath) {
      this.#args.push('--base-path', basePath);
    }
    this.#args.push(...(options.args ?? []));
  }

  static async start(options: ServeOptions = {}): Promise<Heirloom> {
    const server = new Heirloom(options, options.port ?? (await freePort()));
    await server.restart();
    return server;
  }

  /** The process id, which is Java's: the launcher has become it. */
  get pid(): number {
    return this.#process.pid!;
  }

  /** All that the server has printed so far, over its restarts. */
  get output(): string {
    return this.#output;
  }

  /** Starts the server (again) on the same data and port, and waits until it answers. */
  async restart(): Promise<void> {
    const child = spawn(launcher, this.#args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = child;
    atExit(() => child.kill('SIGKILL'));
    collect(child, (text) => (this.#output += text));
    await until(`${this.api} answers`, async () => (await this.#answers()) || hasEnded(child), 300);
    if (hasEnded(child)) {
      throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}:\n${this.#output}`);
    }
  }

  /** Ends it as Ctrl-C does, and waits. */
  async stop(): Promise<Ended> {
    return this.#end('SIGINT');
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<Ended> {
    return this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<Ended> {
    const child = this.#process;
    if (!hasEnded(child)) {
      child.kill(signal);
      await once(child, 'close');
    }
    return { code: child.exitCode, output: this.#output };
  }

  async #answers(): Promise<boolean> {
    return fetch(`${this.api}/server/ping`).then(
      (answer) => answer.ok,
      () => false,
    );
  }
}

export interface RunOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  program?: string;
}

/** Runs the launcher to its end, which must come within minutes. */
export async function heirloom(args: string[], { env, cwd, program = launcher }: RunOptions = {}): Promise<Ended> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: env ?? process.env,
    cwd,
    timeout: 180_000,
    killSignal: 'SIGKILL',
  });
  atExit(() => child.kill('SIGKILL'));
  let output = '';
  collect(child, (text) => (output += text));
  await once(child, 'close');
  return { code: child.exitCode, output };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

function collect(child: ChildProcess, add: (text: string) => void): void {
  child.stdout!.setEncoding('utf8').on('data', add);
  child.stderr!.setEncoding('utf8').on('data', add);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
