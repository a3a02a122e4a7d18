import { useEffect, useState } from 'preact/hooks';
import { useEditing } from '../editing.ts';

/**
 * What stands in a field under the hands of its author. The form's own value comes back into it only where something
 * else changed it (an undo, a repair): what is drawn late, while somebody types on, must not take letters back.
 */
export function useTyped<Value>(stored: Value, key: string): readonly [Value, (typed: Value) => void] {
  const { typing } = useEditing();
  const [typed, type] = useState(stored);
  const compared = JSON.stringify(stored);
  useEffect(() => {
    if (typing.current !== key) type(stored);
  }, [compared]);
  return [typed, type];
}
