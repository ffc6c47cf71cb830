/*
 * Controls built by hand: the game's own templates name their parts after the control, and a control without a name
 * would leave those parts as global variables.
 */

type Action = (this: void) => void;

const CHECK_SIZE = 26;

/** A box to tick with a label beside it. */
export function addCheckButton(
  panel: WoWAPI.Frame,
  label: string,
  y: number,
  changed: (this: void, checked: boolean) => void,
): WoWAPI.CheckButton {
  const box = CreateFrame("CheckButton", undefined, panel);
  box.SetWidth(CHECK_SIZE);
  box.SetHeight(CHECK_SIZE);
  box.SetPoint("TOPLEFT", panel, "TOPLEFT", 16, y);
  box.SetNormalTexture("Interface\\Buttons\\UI-CheckBox-Up");
  box.SetPushedTexture("Interface\\Buttons\\UI-CheckBox-Down");
  box.SetHighlightTexture("Interface\\Buttons\\UI-CheckBox-Highlight", "ADD");
  box.SetCheckedTexture("Interface\\Buttons\\UI-CheckBox-Check");
  const text = box.CreateFontString(undefined, "ARTWORK", "GameFontHighlight");
  text.SetPoint("LEFT", box, "RIGHT", 4, 0);
  text.SetText(label);
  box.SetScript("OnClick", () => {
    changed(box.GetChecked() === 1);
  });
  return box;
}

/** A slider with its label and value above it. `least` and `most` are the ends, `step` the smallest move. */
export function addSlider(
  panel: WoWAPI.Frame,
  y: number,
  range: { least: number; most: number; step: number },
  changed: (this: void, value: number) => string,
): WoWAPI.Slider {
  const slider = CreateFrame("Slider", undefined, panel);
  slider.SetWidth(180);
  slider.SetHeight(16);
  slider.SetPoint("TOPLEFT", panel, "TOPLEFT", 20, y);
  slider.EnableMouse(true);
  slider.SetOrientation("HORIZONTAL");
  slider.SetBackdrop({
    bgFile: "Interface\\Buttons\\UI-SliderBar-Background",
    edgeFile: "Interface\\Buttons\\UI-SliderBar-Border",
    tile: true,
    tileSize: 8,
    edgeSize: 8,
    insets: { left: 3, right: 3, top: 6, bottom: 6 },
  });
  slider.SetThumbTexture("Interface\\Buttons\\UI-SliderBar-Button-Horizontal");
  slider.SetMinMaxValues(range.least, range.most);
  slider.SetValueStep(range.step);
  const text = slider.CreateFontString(undefined, "ARTWORK", "GameFontNormal");
  text.SetPoint("BOTTOM", slider, "TOP", 0, 3);
  slider.SetScript("OnValueChanged", (_slider, value) => {
    text.SetText(changed(value));
  });
  return slider;
}

/** A push button. */
export function addButton(panel: WoWAPI.Frame, label: string, x: number, y: number, clicked: Action): void {
  const button = CreateFrame("Button", undefined, panel);
  button.SetWidth(140);
  button.SetHeight(22);
  button.SetPoint("TOPLEFT", panel, "TOPLEFT", x, y);
  button.SetBackdrop({
    bgFile: "Interface\\Tooltips\\UI-Tooltip-Background",
    edgeFile: "Interface\\Tooltips\\UI-Tooltip-Border",
    tile: true,
    tileSize: 16,
    edgeSize: 12,
    insets: { left: 3, right: 3, top: 3, bottom: 3 },
  });
  button.SetBackdropColor(0.3, 0.05, 0.05, 1);
  const text = button.CreateFontString(undefined, "ARTWORK", "GameFontNormal");
  text.SetPoint("CENTER", button, "CENTER", 0, 0);
  text.SetText(label);
  button.SetScript("OnClick", clicked);
}
