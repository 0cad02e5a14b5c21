import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type ApiKey, createApiKey, deleteApiKey, getApiKeys } from "../api/keys.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { confirm } from "../ui/dialog.tsx";
import { notifyError } from "../ui/toast.tsx";
import { momentOf } from "../ui/words.ts";
import { Secret } from "./secret.tsx";

/** The keys by which programs, like the command line client, act for this account. */
export function ApiKeys(): JSX.Element {
  const [keys, setKeys] = useState<readonly ApiKey[]>([]);
  const [secret, setSecret] = useState<string | null>(null);
  const list = () => getApiKeys().then(setKeys, notifyError);
  useEffect(() => void list(), []);

  const create = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    try {
      const created = await createApiKey(String(new FormData(form).get("name")));
      form.reset();
      setSecret(created.secret);
      await list();
    } catch (error) {
      notifyError(error);
    }
  };
  const remove = async ({ id, name }: ApiKey) => {
    if (!(await confirm(`Delete the key “${name}”?`, "Programs that use it are locked out at once.", "Delete key")))
      return;
    await deleteApiKey(id).then(list, notifyError);
  };
  return (
    <section>
      <h2>API keys</h2>
      <p class="quiet">A key lets a program, like the command line client or a phone, act for this account.</p>
      <ul class="keys">
        {keys.map((key) => (
          <li key={key.id}>
            <div>
              <strong>{key.name}</strong>
              <span class="quiet">{momentOf(Date.parse(key.createdAt))}</span>
            </div>
            <IconButton icon="trash" label={`Delete ${key.name}`} onClick={() => void remove(key)} />
          </li>
        ))}
      </ul>
      <form class="key-form" onSubmit={create}>
        <label class="field">
          <span>Name of the new key</span>
          <input name="name" required placeholder="My computer" autocomplete="off" />
        </label>
        <Button type="submit">Create key</Button>
      </form>
      {secret && <Secret secret={secret} onClose={() => setSecret(null)} />}
    </section>
  );
}
