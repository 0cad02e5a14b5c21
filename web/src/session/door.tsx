import type { JSX } from "preact";
import { ApiError } from "../api/request.ts";
import { Field, Form } from "./form.tsx";
import { signIn, signUp } from "./session.ts";
import "./door.css";

const text = (values: FormData, name: string) => String(values.get(name) ?? "");

/** On the first start of a server: the first account is its administrator's. */
export function SignUp(): JSX.Element {
  const submit = async (values: FormData) => {
    const [name, email, password] = [text(values, "name"), text(values, "email"), text(values, "password")];
    if (password !== text(values, "repeated")) throw new Error("The two passwords differ.");
    await signUp({ name, email, password });
  };
  return (
    <Form
      title="Welcome to Heirloom"
      text="Create the first account. It is the administrator of this server."
      action="Create account"
      onSubmit={submit}
    >
      <Field name="name" label="Name" autocomplete="name" autofocus />
      <Field name="email" label="E-mail" type="email" autocomplete="username" />
      <Field name="password" label="Password" type="password" autocomplete="new-password" />
      <Field name="repeated" label="Password again" type="password" autocomplete="new-password" />
    </Form>
  );
}

export function LogIn(): JSX.Element {
  const submit = async (values: FormData) => {
    try {
      await signIn({ email: text(values, "email"), password: text(values, "password") });
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) throw new Error("This e-mail and password do not match.");
      throw error;
    }
  };
  return (
    <Form title="Heirloom" text="Log in to see your photos." action="Log in" onSubmit={submit}>
      <Field name="email" label="E-mail" type="email" autocomplete="username" autofocus />
      <Field name="password" label="Password" type="password" autocomplete="current-password" />
    </Form>
  );
}
