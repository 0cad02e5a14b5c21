import type { News } from "./news.ts";

/** What an event of the server means to the page; nothing, for most. */
export function newsOf(event: string, args: readonly unknown[]): News | undefined {
  switch (event) {
    case "on_upload_success":
    case "on_asset_update":
    case "on_asset_stack_update":
      return { kind: "prepared" };
    case "on_asset_trash":
      return { kind: "trashed", ids: args[0] as string[] };
    case "on_asset_restore":
      return { kind: "restored", ids: args[0] as string[] };
    case "on_asset_delete":
    case "on_asset_hidden":
      return { kind: "deleted", ids: [args[0] as string] };
    default:
      return undefined;
  }
}
