-- DCIntegration @version@ for clients that have not installed it: AIO sends this file to them.
-- Optional. Put it beside the realm script; a client that has the addon keeps its own copy.
local AIO = AIO or require("AIO")
if AIO.AddAddon() then return end
local DC_INTEGRATION_SENT_VERSION = "@version@"
if DCIntegration then
  DCIntegration:CompareWithSent(DC_INTEGRATION_SENT_VERSION)
  return
end
AIO.AddSavedVarChar("DCIntegrationDB")
