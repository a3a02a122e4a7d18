interface SmallButtonProps {
  readonly text: string;
  /** What it acts on, for those who hear buttons without their surroundings. */
  readonly about: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
  readonly focus?: string;
}

/** Not `disabled` where it does nothing now: that would throw focus away. */
export function SmallButton({ text, about, isOff = false, onPress, focus }: SmallButtonProps) {
  return (
    <button
      class="button button--secondary button--small"
      type="button"
      aria-disabled={isOff ? 'true' : undefined}
      data-focus={focus}
      onClick={() => {
        if (!isOff) onPress();
      }}
    >
      {text} <span class="visually-hidden">{about}</span>
    </button>
  );
}
