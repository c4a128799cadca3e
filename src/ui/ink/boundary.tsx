import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  onBroken(thrown: unknown): void;
}

/** Nothing is drawn once something below could not be: Ink itself would print a stack trace. */
export class Boundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(thrown: unknown): void {
    this.props.onBroken(thrown);
  }

  override render(): ReactNode {
    return this.state.broken ? null : this.props.children;
  }
}
