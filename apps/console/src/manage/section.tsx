import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  /** Beside the title: what is looked for, or what one adds. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page, with a name. */
export function Section({ title, tools, children }: SectionProps): ReactNode {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {tools}
      </div>
      {children}
    </section>
  );
}
