-- Pays every boss kill with tokens, and tells the player's addon (examples/addon/ExampleBounty). Copy it into lua_scripts.
-- Scripts are read in the order of their paths, and this one comes before dc_integration.lua: DC is not there yet.

local TOKEN, TOKENS_PER_BOSS = 3, 2 -- a row in dc_currency_definitions would give currency 3 a name

local Bounty = { bosses = {} } -- gone with a reload: what must stay goes into a table of your own

function Bounty:GetName() return "bounty" end

function Bounty:Initialize()
  -- For synergies such as '{"bosses_today": {"gte": 5}}' of the source system 'bounty'.
  DC.Synergy:RegisterValue("bounty", "bosses_today", function(guid) return self.bosses[guid] or 0 end)
  DC.EventBus:Subscribe("BOSS_KILL", function(event) self:OnBoss(event.player) end)
end

function Bounty:OnBoss(guid)
  self.bosses[guid] = (self.bosses[guid] or 0) + 1
  DC.Synergy:InvalidateValue(guid, "bounty", "bosses_today")
  local bonus = DC.Synergy:GetBonusMultiplier(guid, "bounty", "token_percent")
  local tokens = math.floor(TOKENS_PER_BOSS * bonus + 0.001) -- to Lua, 100 * 1.15 is a little less than 115
  if tokens > 0 and DC.PlayerProfile:AddCurrency(guid, TOKEN, tokens, "bounty") then self:Tell(guid, tokens) end
end

function Bounty:Tell(guid, tokens)
  local player = GetPlayerByGUID(GetPlayerGUID(guid)) -- never kept: it is good for this call only
  if AIO and player then AIO.Msg():Add("ExampleBounty", "Paid", self.bosses[guid], tokens):Send(player) end
end

function Bounty:OnDailyReset()
  for guid in pairs(self.bosses) do
    self.bosses[guid] = nil
    DC.Synergy:InvalidateValue(guid, "bounty", "bosses_today")
  end
end

-- 33 comes when all scripts have been read, at the start and after a reload. Systems are in the world state, not in those of maps.
if GetStateMapId() == -1 then
  RegisterServerEvent(33, function()
    if DC then DC.SystemRegistry:Register(Bounty) else PrintError("bounty: dc_integration.lua is missing") end
  end)
end
