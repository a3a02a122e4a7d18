interface ViewHeadProps {
  readonly title: string;
  readonly lead: string;
}

export function ViewHead({ title, lead }: ViewHeadProps) {
  return (
    <>
      <h3 class="view-title" tabIndex={-1} data-focus="view">
        {title}
      </h3>
      <p>{lead}</p>
    </>
  );
}
