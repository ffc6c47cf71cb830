-- Shows the Mythic+ rating below the minimap and says in the chat when it rises.
-- DCIntegration is among the Dependencies in the .toc, so its globals are there when this runs.

local frame = CreateFrame("Frame", "MythicRatingFrame", UIParent)
frame:SetWidth(120)
frame:SetHeight(20)
frame:SetPoint("TOPRIGHT", UIParent, "TOPRIGHT", -40, -200)

local text = frame:CreateFontString(nil, "ARTWORK", "GameFontNormal")
text:SetPoint("CENTER", frame, "CENTER")

local shown

local function showRating(_, dataType, playerData)
  if dataType ~= "profile" then return end
  local rating = playerData.mythicRating or 0
  if shown and rating > shown and not DCIntegration:IsStale() then
    DEFAULT_CHAT_FRAME:AddMessage("Mythic+ rating: " .. shown .. " -> " .. rating)
  end
  shown = rating
  text:SetText("M+ " .. rating)
end

-- What is known already comes at once, every change later.
DCEventBus:RegisterCallback("MythicRating", "DC_DATA_UPDATE", showRating)
