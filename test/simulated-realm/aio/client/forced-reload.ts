/**
 * Covers the screen with an invisible button: a reload may only follow something that the player did, so his next
 * click anywhere is it. A client that does not click goes on as before.
 */
export function reloadAtNextClick(): void {
  print("AIO: Force reloading UI");
  const button = CreateFrame("Button");
  button.SetAllPoints(UIParent);
  button.SetFrameStrata("TOOLTIP");
  button.EnableMouse(true);
  button.SetScript("OnClick", () => ReloadUI());
}
