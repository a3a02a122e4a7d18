interface PanelHeadProps {
  /** What it belongs to. */
  readonly above: string;
  readonly title: string;
}

/** The heading of the panel, which takes focus when something else is chosen. */
export function PanelHead({ above, title }: PanelHeadProps) {
  return (
    <div class="panel-head">
      <p class="small">{above}</p>
      <h3 id="panel-title" tabIndex={-1} data-focus="panel">
        {title}
      </h3>
    </div>
  );
}
