/** Where reminders stand. "Clear this device" forgets what begins with `wayin-`. */
export const REMINDERS = 'wayin-reminders';

/** Whether this device has reminders to give: every page asks, so it loads nothing more. */
export function hasReminders(): boolean {
  try {
    return localStorage.getItem(REMINDERS) !== null;
  } catch {
    return false;
  }
}
