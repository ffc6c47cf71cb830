import { LARGEST_SCALE, type Settings, SMALLEST_SCALE } from "../cache/settings";
import type { PlayerCommands } from "../api/commands";
import { ADDON_NAME } from "../client/version";
import type { Texts } from "../locales/enUS";
import { addButton, addCheckButton, addSlider } from "./controls";

const SCALE_STEP = 0.05;

/** The addon's page in Interface Options. What is changed there holds at once. */
export class OptionsPanel {
  private readonly panel = CreateFrame("Frame");
  /** The panel as the game's list of addons reads it: a frame with a name and handlers among its keys. */
  private readonly category = this.panel as WoWAPI.InterfaceOptionsPanel;

  constructor(
    private readonly settings: (this: void) => Settings,
    private readonly settingsChanged: (this: void) => void,
    commands: PlayerCommands,
    texts: Texts,
  ) {
    const { panel, category } = this;
    panel.Hide();
    category.name = ADDON_NAME;
    const title = panel.CreateFontString(undefined, "ARTWORK", "GameFontNormalLarge");
    title.SetPoint("TOPLEFT", panel, "TOPLEFT", 16, -16);
    title.SetText("DC Integration");
    const refresh = this.addControls(texts);
    addButton(panel, texts.optionsReset, 16, -190, commands.resetPosition);
    addButton(panel, texts.optionsTest, 166, -190, commands.testToast);
    category.refresh = () => {
      refresh();
    };
    panel.SetScript("OnShow", refresh);
  }

  /** Puts the page into the game's list of addons. */
  register(): void {
    InterfaceOptions_AddCategory(this.category);
  }

  /** The first call of a session only opens the list in this client, the second opens the page. */
  open(): void {
    InterfaceOptionsFrame_OpenToCategory(this.category);
    InterfaceOptionsFrame_OpenToCategory(this.category);
  }

  /** Adds the controls of the settings and gives what shows the present settings in them. */
  private addControls(texts: Texts): (this: void) => void {
    const { panel, settings, settingsChanged } = this;
    const toasts = addCheckButton(panel, texts.optionsToasts, -50, (checked) => {
      settings().toasts = checked;
    });
    const sound = addCheckButton(panel, texts.optionsSound, -80, (checked) => {
      settings().sound = checked;
    });
    const range = { least: SMALLEST_SCALE, most: LARGEST_SCALE, step: SCALE_STEP };
    const scale = addSlider(panel, -140, range, (value) => {
      settings().scale = value;
      settingsChanged();
      return format("%s: %d%%", texts.optionsScale, value * 100 + 0.5);
    });
    return () => {
      toasts.SetChecked(settings().toasts);
      sound.SetChecked(settings().sound);
      scale.SetValue(settings().scale);
    };
  }
}
