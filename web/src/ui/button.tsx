import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./icons.tsx";

interface IconButtonProperties {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly filled?: boolean;
  /** Set for a button that stays pressed. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}

/** A button that shows an icon and tells its label to everyone who asks. */
export function IconButton({ icon, label, onClick, filled, pressed, disabled }: IconButtonProperties): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} filled={filled ?? false} />
    </button>
  );
}

interface ButtonProperties {
  readonly children: ComponentChildren;
  readonly kind?: "primary" | "plain" | "danger";
  readonly type?: "button" | "submit";
  readonly disabled?: boolean;
  readonly onClick?: () => void;
}

export function Button({
  children,
  kind = "plain",
  type = "button",
  disabled,
  onClick,
}: ButtonProperties): JSX.Element {
  return (
    <button type={type} class={`button button-${kind}`} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}
