import { Component, type ComponentChild, type FunctionComponent, h } from "preact";

/** A component that renders again only when one of its properties is another value. */
export function memo<P extends object>(component: FunctionComponent<P>): FunctionComponent<P> {
  class Memo extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      return !same(this.props, next);
    }

    override render(properties: Readonly<P>): ComponentChild {
      return h(component, properties as P & { key?: never }) as ComponentChild;
    }
  }
  return Memo as unknown as FunctionComponent<P>;
}

function same(left: object, right: object): boolean {
  const before = left as Record<string, unknown>;
  const after = right as Record<string, unknown>;
  for (const name in after) if (!Object.is(before[name], after[name])) return false;
  for (const name in before) if (!(name in after)) return false;
  return true;
}
